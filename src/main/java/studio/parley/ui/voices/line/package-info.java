/** The selected line: its delivery, its takes, their context and what has changed since. */
@NullMarked
package studio.parley.ui.voices.line;

import org.jspecify.annotations.NullMarked;
