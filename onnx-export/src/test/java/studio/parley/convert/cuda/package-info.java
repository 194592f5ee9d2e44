/** The graphs for graphics cards, checked without one: against ONNX Runtime's table of CUDA kernels, and on the CPU provider. */
@NullMarked
package studio.parley.convert.cuda;

import org.jspecify.annotations.NullMarked;
