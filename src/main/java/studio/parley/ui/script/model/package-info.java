/** The current line, the caret and the actions on lines: properties and commands, no nodes. */
@NullMarked
package studio.parley.ui.script.model;

import org.jspecify.annotations.NullMarked;
