/** The render queue at the bottom of the window, and the listening pass. */
@NullMarked
package studio.parley.ui.queue;

import org.jspecify.annotations.NullMarked;
