/** How far a run is, for the eyes of people and for their tools. Nothing is decided by it. */
package io.midwater.progress;
