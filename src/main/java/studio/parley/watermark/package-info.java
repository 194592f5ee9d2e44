/** Layer 3: embeds and detects the inaudible watermark. Imports audio (and onnx). */
@NullMarked
package studio.parley.watermark;

import org.jspecify.annotations.NullMarked;
