/**
 * Editing on the timeline, as edits of the document: moving, trimming, splitting and deleting clips, in whole milliseconds. Positions
 * become relations, so that lines still move along when a take changes its length.
 */
@NullMarked
package studio.parley.studio.timing;

import org.jspecify.annotations.NullMarked;
