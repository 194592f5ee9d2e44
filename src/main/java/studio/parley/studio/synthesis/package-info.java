/** Speech for another program: lines, and what they hear, in memory. */
@NullMarked
package studio.parley.studio.synthesis;

import org.jspecify.annotations.NullMarked;
