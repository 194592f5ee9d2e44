/** The current line, the caret and what is done to lines: properties and commands, no nodes. */
@NullMarked
package studio.parley.ui.script.model;

import org.jspecify.annotations.NullMarked;
