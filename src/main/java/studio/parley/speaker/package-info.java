/** Whose voice a recording is: a speaker encoder (docs/speaker-folder.md), its embeddings, and how alike two of them are. */
@NullMarked
package studio.parley.speaker;

import org.jspecify.annotations.NullMarked;
