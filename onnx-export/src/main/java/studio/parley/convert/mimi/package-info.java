/** The graphs of Mimi, Kyutai's codec: encoder and decoder, always in float32. */
@NullMarked
package studio.parley.convert.mimi;

import org.jspecify.annotations.NullMarked;
