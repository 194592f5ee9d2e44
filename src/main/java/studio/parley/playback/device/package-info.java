/** Layer 4: audio devices, microphones and their clock. Imports audio. */
@NullMarked
package studio.parley.playback.device;

import org.jspecify.annotations.NullMarked;
