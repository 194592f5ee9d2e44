/** Sound files in and out, told apart by their content: FLAC, MP3, Ogg Vorbis, Opus; WAV by way of wav. Imports pcm and wav. */
@NullMarked
package studio.parley.audio.codec;

import org.jspecify.annotations.NullMarked;
