/**
 * A document as audio and as files for other programs: playback, drawing and export use one computation ({@code MixRenderer}); texts are
 * pure functions of the same {@code Arrangement}.
 */
@NullMarked
package studio.parley.studio.export;

import org.jspecify.annotations.NullMarked;
