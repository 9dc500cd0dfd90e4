/**
 * CSV in. {@link io.midwater.feed.InputFiles} finds the files and checks their headers, {@link io.midwater.feed.Splits}
 * cuts them, {@link io.midwater.feed.SplitScan} turns one cut into column blocks of one security and business date each,
 * with a summary and the rejects behind them. A physical line is a record.
 */
package io.midwater.feed;
