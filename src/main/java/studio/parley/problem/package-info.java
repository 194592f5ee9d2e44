/**
 * Below the ground floor, for every room: what ends work early. {@link Problem}, which only a door words, and {@link Cancellation}.
 * Imports nothing.
 */
@NullMarked
package studio.parley.problem;

import org.jspecify.annotations.NullMarked;
