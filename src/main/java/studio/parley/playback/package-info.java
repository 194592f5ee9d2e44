/**
 * Layer 4: sound out and the clock the playhead follows. Imports dialogue and audio.
 */
@NullMarked
package studio.parley.playback;

import org.jspecify.annotations.NullMarked;
