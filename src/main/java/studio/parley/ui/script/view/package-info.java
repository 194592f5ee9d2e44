/** The script as a pane, with search, its commands and dropped files. Imports all of script. */
@NullMarked
package studio.parley.ui.script.view;

import org.jspecify.annotations.NullMarked;
