/**
 * Layer 4: lines to takes. Imports voice, speech, watermark, dialogue and audio.
 */
@NullMarked
package studio.parley.render;

import org.jspecify.annotations.NullMarked;
