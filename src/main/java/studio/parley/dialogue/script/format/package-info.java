/** One class for each script format, and their parts. */
@NullMarked
package studio.parley.dialogue.script.format;

import org.jspecify.annotations.NullMarked;
