/** Whisper checkpoints become folders of the recogniser (docs/recogniser-folder.md). */
@NullMarked
package studio.parley.convert.whisper;

import org.jspecify.annotations.NullMarked;
