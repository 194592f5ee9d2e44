/** Matrices in 4 or 8 bits. */
@NullMarked
package studio.parley.convert.quant;

import org.jspecify.annotations.NullMarked;
