/** Tracks, clips, ruler, meters. */
@NullMarked
package studio.parley.ui.timeline;

import org.jspecify.annotations.NullMarked;
