/** What we need of Spark beyond its API, without a word of the trade in it. */
package io.midwater.spark;
