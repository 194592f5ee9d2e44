/**
 * Layer 4: playback and recording. A {@link studio.parley.playback.Transport} reads an {@link studio.parley.playback.AudioSource} in pieces
 * on its own thread and writes it to a device; the playhead follows the device's clock. Imports audio and {@code device}.
 */
@NullMarked
package studio.parley.playback;

import org.jspecify.annotations.NullMarked;
