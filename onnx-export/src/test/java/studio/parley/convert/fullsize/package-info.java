/** Models of the published sizes with random weights, for measuring. */
@NullMarked
package studio.parley.convert.fullsize;

import org.jspecify.annotations.NullMarked;
