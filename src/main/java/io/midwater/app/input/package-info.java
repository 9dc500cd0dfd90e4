/**
 * The input files of a run: the configuration and the files' counts in; how they are read, their accounts, their rejects
 * and whether they can be used, out.
 */
package io.midwater.app.input;
