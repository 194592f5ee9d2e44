/** The test at the end of a conversion: the finished graphs are run with ONNX Runtime and their outputs checked. */
@NullMarked
package studio.parley.convert.check;

import org.jspecify.annotations.NullMarked;
