/** What the folders of all kinds of models have in common: a description in JSON, listed files and their checksums. Imports onnx. */
@NullMarked
package studio.parley.modelfolder;

import org.jspecify.annotations.NullMarked;
