/**
 * The commands and the job behind them: what the command line says in, a published output, an answer and an exit code
 * out.
 */
package io.midwater.app;
