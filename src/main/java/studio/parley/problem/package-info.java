/**
 * Below the ground floor: the one exception that every room may throw and only a door words. Imports nothing.
 */
@NullMarked
package studio.parley.problem;

import org.jspecify.annotations.NullMarked;
