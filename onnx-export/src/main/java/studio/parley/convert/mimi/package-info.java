/** The graphs of Mimi, Kyutai's codec: sound to codes and codes to sound, always in float32. */
@NullMarked
package studio.parley.convert.mimi;

import org.jspecify.annotations.NullMarked;
