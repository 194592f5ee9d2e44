/** The graphs that the converter writes, against what transformers computes. */
@NullMarked
package studio.parley.convert.golden;

import org.jspecify.annotations.NullMarked;
