/** One security on one business date, within one task: its sorted blocks in, files in staging and a message out. */
package io.midwater.app.unit;
