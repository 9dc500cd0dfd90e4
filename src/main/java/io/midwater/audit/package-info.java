/** Finished outputs asked: a manifest and the files that it names in, what is not so, or what differs, out. */
package io.midwater.audit;
