/**
 * Used by every package: {@link Problem}, the exception that only the command line and the window show, and {@link Cancellation}. Imports
 * nothing.
 */
@NullMarked
package studio.parley.problem;

import org.jspecify.annotations.NullMarked;
