/** The interface between the checkpoint side of the converter and the graph side: sizes, and tensors under transformers' names. */
@NullMarked
package studio.parley.convert.weights;

import org.jspecify.annotations.NullMarked;
