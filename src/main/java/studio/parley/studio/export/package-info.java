/**
 * A document as sound and as files for others: what is played, drawn and written is one computation ({@code Rendering}); texts
 * are pure functions of the same {@code Arrangement}.
 */
@NullMarked
package studio.parley.studio.export;

import org.jspecify.annotations.NullMarked;
