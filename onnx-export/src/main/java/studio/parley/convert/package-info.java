/**
 * Layer 4, built apart: checkpoints to model folders. Imports speech, watermark (their signatures) and onnx.
 */
@NullMarked
package studio.parley.convert;

import org.jspecify.annotations.NullMarked;
