/** Options that several commands share, and the streams they use. */
@NullMarked
package studio.parley.cli.options;

import org.jspecify.annotations.NullMarked;
