/** Tensor names and shapes of the published checkpoints, and how they become one layout. */
@NullMarked
package studio.parley.convert.checkpoint.layout;

import org.jspecify.annotations.NullMarked;
