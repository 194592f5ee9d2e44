/**
 * For every package: what ends work early. {@link Problem}, which only the command line and the window put into words, and {@link Cancellation}.
 * Imports nothing.
 */
@NullMarked
package studio.parley.problem;

import org.jspecify.annotations.NullMarked;
