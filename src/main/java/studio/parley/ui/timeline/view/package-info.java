/** The timeline as a pane, its tracks, tools, menus and commands. Imports model, paint and gesture. */
@NullMarked
package studio.parley.ui.timeline.view;

import org.jspecify.annotations.NullMarked;
