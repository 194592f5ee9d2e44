/** Recorded conversations become lines with takes: cutting, sorting by voice, the reference clips of their speakers. */
@NullMarked
package studio.parley.studio.recordings;

import org.jspecify.annotations.NullMarked;
