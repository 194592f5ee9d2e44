/** The graphics card: finding it, getting its libraries, trying it. */
@NullMarked
package studio.parley.studio.card;

import org.jspecify.annotations.NullMarked;
