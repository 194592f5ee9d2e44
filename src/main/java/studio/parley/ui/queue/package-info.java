/** The render queue along the bottom, takes, listening mode. */
@NullMarked
package studio.parley.ui.queue;

import org.jspecify.annotations.NullMarked;
