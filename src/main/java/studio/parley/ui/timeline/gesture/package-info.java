/** The mouse on the timeline: finding what is under it, dragging, snapping, exact values, and what is done to clips. Imports model and paint. */
@NullMarked
package studio.parley.ui.timeline.gesture;

import org.jspecify.annotations.NullMarked;
