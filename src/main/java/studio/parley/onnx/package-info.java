/** Layer 1: the only package that uses ONNX Runtime; it exposes none of its types. Imports nothing but problem. */
@NullMarked
package studio.parley.onnx;

import org.jspecify.annotations.NullMarked;
