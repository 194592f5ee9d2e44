/** Speech to text: what is said in a recording, and when, by a Whisper network. Imports audio, onnx and tokenizer. */
@NullMarked
package studio.parley.recognition;

import org.jspecify.annotations.NullMarked;
