/** The Mimi codec: codes to audio, audio to codes. */
@NullMarked
package studio.parley.speech.mimi;

import org.jspecify.annotations.NullMarked;
