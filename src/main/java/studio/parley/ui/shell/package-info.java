/** The application and its main window: start, layout, transport bar, palette, notifications. */
@NullMarked
package studio.parley.ui.shell;

import org.jspecify.annotations.NullMarked;
