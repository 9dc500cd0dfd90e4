/** What kind of order it was and what became of it: its events in, its life and the names of its classes out. */
package io.midwater.classification;
