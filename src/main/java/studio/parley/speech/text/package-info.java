/** How long a text takes to say, and where a long one is cut. */
@NullMarked
package studio.parley.speech.text;

import org.jspecify.annotations.NullMarked;
