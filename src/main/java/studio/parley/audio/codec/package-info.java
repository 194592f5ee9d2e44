/** Reading and writing audio files, recognised by their content: FLAC, MP3, Ogg Vorbis, Opus; WAV through wav. Imports pcm and wav. */
@NullMarked
package studio.parley.audio.codec;

import org.jspecify.annotations.NullMarked;
