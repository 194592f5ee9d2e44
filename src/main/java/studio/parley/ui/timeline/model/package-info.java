/** What the timeline shows and how it is zoomed: properties and values, no nodes. */
@NullMarked
package studio.parley.ui.timeline.model;

import org.jspecify.annotations.NullMarked;
