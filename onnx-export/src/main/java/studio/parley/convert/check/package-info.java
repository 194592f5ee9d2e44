/** The self-check at the end of a conversion: the finished graphs are run through ONNX Runtime and have to make sense. */
@NullMarked
package studio.parley.convert.check;

import org.jspecify.annotations.NullMarked;
