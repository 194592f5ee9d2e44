/** A conversation as text: one class per script format, all used through {@link studio.parley.dialogue.script.Script}. Imports dialogue. */
@NullMarked
package studio.parley.dialogue.script;

import org.jspecify.annotations.NullMarked;
