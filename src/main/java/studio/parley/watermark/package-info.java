/**
 * Layer 3: puts the inaudible mark in and finds it again. Imports audio (and onnx).
 */
@NullMarked
package studio.parley.watermark;

import org.jspecify.annotations.NullMarked;
