/**
 * Layer 3: text and prompt in, frames and sound out. Imports onnx and audio.
 */
@NullMarked
package studio.parley.speech;

import org.jspecify.annotations.NullMarked;
