/** Values computed by Hugging Face transformers (onnx-export/reference), for tests to compare with. */
@NullMarked
package studio.parley.golden;

import org.jspecify.annotations.NullMarked;
