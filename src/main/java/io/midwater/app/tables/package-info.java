/**
 * What a configuration makes a run publish: every table and column described, the aggregates computed, and tables without
 * a row where there is no unit.
 */
package io.midwater.app.tables;
