/**
 * The commands and the job behind them: what the command line says in, a published output, an answer and an exit code
 * out. The parts of the work have packages of their own, which do not know this one.
 */
package io.midwater.app;
