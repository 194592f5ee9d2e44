/**
 * Layer 2: the conversation as immutable values, its script and its timeline. Imports audio.
 */
@NullMarked
package studio.parley.dialogue;

import org.jspecify.annotations.NullMarked;
