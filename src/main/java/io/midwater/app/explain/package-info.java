/** One order end to end: its id and the published tables in, its days explained out. */
package io.midwater.app.explain;
