/** The mouse on the timeline: hit testing, dragging, snapping, exact values, and actions on clips. Imports model and paint. */
@NullMarked
package studio.parley.ui.timeline.gesture;

import org.jspecify.annotations.NullMarked;
