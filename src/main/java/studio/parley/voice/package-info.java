/**
 * Layer 3: reference clips, their preparation, report and consent. Imports dialogue and audio.
 */
@NullMarked
package studio.parley.voice;

import org.jspecify.annotations.NullMarked;
