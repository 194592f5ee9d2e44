/** Loudness by ITU-R BS.1770 and EBU Tech 3342, true peaks and the limiter for them. Imports pcm and dsp. */
@NullMarked
package studio.parley.audio.loudness;

import org.jspecify.annotations.NullMarked;
