/**
 * Layer 4: sound cards, microphones and the clock they give. Imports audio.
 */
@NullMarked
package studio.parley.playback.device;

import org.jspecify.annotations.NullMarked;
