/** Text to token ids and back: the only package that knows Hugging Face's tokenizers. */
@NullMarked
package studio.parley.tokenizer;

import org.jspecify.annotations.NullMarked;
