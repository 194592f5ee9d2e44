/** What the timeline shows and its zoom: properties and values, no nodes. */
@NullMarked
package studio.parley.ui.timeline.model;

import org.jspecify.annotations.NullMarked;
