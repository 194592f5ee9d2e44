/** Samples in memory: PCM, levels and peaks, fades and mixing. Imports no other package of audio. */
@NullMarked
package studio.parley.audio.pcm;

import org.jspecify.annotations.NullMarked;
