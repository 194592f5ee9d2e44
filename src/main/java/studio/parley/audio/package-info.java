/**
 * Layer 1: samples and what can be done to them (PCM, files in and out, resampling, loudness, mixing, peaks, the clip store).
 * Imports nothing but problem. Everything here is an immutable value or says what thread may use it.
 */
@NullMarked
package studio.parley.audio;

import org.jspecify.annotations.NullMarked;
