/**
 * Outputs that a run has finished: a folder in; its newest manifest, whether its files are still those, or how it differs
 * from another out. JSON, in which manifests and answers are written, and the error that says what is wrong with a command.
 */
package io.midwater.app.output;
