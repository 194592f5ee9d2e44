/** Layer 4, in its own source root: converts checkpoints to model folders. Imports speech, watermark (their signatures) and onnx. */
@NullMarked
package studio.parley.convert;

import org.jspecify.annotations.NullMarked;
