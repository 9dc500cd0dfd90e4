/** From a run to its report: the manifest and the files that it names in, the page at its place out. */
package io.midwater.app.report;
