/** Matrices that are read in pieces on their way from a checkpoint to a weight file: stacked, transposed, projected, quantised. */
@NullMarked
package studio.parley.convert.matrix;

import org.jspecify.annotations.NullMarked;
