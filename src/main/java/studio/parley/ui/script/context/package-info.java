/** The context of a line, as chips with their cost. */
@NullMarked
package studio.parley.ui.script.context;

import org.jspecify.annotations.NullMarked;
