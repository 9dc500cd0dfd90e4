/** The configuration: HOCON files and settings of the command line in, checked records or every problem out. */
package io.midwater.config;
