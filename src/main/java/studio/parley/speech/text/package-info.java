/** Text to tokens, and how long a text takes to say. */
@NullMarked
package studio.parley.speech.text;

import org.jspecify.annotations.NullMarked;
