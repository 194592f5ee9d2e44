/** Choosing between the takes of a line. */
@NullMarked
package studio.parley.studio.takes;

import org.jspecify.annotations.NullMarked;
