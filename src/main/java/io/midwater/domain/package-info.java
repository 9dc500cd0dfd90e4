/** The words that all others share: orders, trades, quotes, sessions and the slices that they make. The JDK only. */
package io.midwater.domain;
