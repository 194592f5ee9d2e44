/** The selected line: how it is spoken, its takes, what they heard and what has changed since. */
@NullMarked
package studio.parley.ui.voices.line;

import org.jspecify.annotations.NullMarked;
