/** Signal processing: resampling, spectra, pitch, time stretching, silence and noise. Imports pcm. */
@NullMarked
package studio.parley.audio.dsp;

import org.jspecify.annotations.NullMarked;
