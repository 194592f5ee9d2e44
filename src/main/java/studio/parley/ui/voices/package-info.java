/** The right-hand pane: voices with their reference clips, the selected line, the checks. */
@NullMarked
package studio.parley.ui.voices;

import org.jspecify.annotations.NullMarked;
