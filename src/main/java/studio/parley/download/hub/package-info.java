/** Model repositories on Hugging Face: their files, sizes, hashes and terms; the user's token. */
@NullMarked
package studio.parley.download.hub;

import org.jspecify.annotations.NullMarked;
