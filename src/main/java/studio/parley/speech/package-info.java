/** Layer 3: from text and prompt to frames and audio. Imports onnx and audio. */
@NullMarked
package studio.parley.speech;

import org.jspecify.annotations.NullMarked;
