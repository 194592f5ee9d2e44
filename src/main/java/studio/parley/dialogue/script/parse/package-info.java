/** What all script formats share: speaker names, directions, times, building turns. */
@NullMarked
package studio.parley.dialogue.script.parse;

import org.jspecify.annotations.NullMarked;
