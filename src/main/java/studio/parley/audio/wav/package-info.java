/** WAV, RF64 and BW64 files: reading what others wrote, and writing. Imports pcm. */
@NullMarked
package studio.parley.audio.wav;

import org.jspecify.annotations.NullMarked;
