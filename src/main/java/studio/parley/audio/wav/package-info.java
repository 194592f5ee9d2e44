/** Reading and writing WAV, RF64 and BW64 files. Imports pcm. */
@NullMarked
package studio.parley.audio.wav;

import org.jspecify.annotations.NullMarked;
