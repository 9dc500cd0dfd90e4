/** A synthetic market: its size and a seed in, CSV files of every kind and what is true of every order out. */
package io.midwater.generator;
