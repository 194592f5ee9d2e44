/**
 * Layer 1: the only package that knows ONNX Runtime; it shows none of its types. Imports nothing but problem.
 */
@NullMarked
package studio.parley.onnx;

import org.jspecify.annotations.NullMarked;
