/** Checkpoints of speaker encoders become folders that {@code studio.parley.speaker} opens (docs/speaker-folder.md). */
@NullMarked
package studio.parley.convert.speaker;

import org.jspecify.annotations.NullMarked;
