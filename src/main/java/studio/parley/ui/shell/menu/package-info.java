/** The menu bar, the command palette and recent projects. */
@NullMarked
package studio.parley.ui.shell.menu;

import org.jspecify.annotations.NullMarked;
