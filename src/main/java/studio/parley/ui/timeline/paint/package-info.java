/** Paints the timeline on one canvas: ruler, lanes, clips, waveforms, spectrograms, badges. Imports model. */
@NullMarked
package studio.parley.ui.timeline.paint;

import org.jspecify.annotations.NullMarked;
