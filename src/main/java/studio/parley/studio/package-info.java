/**
 * Fourth floor: what a user can do, once. Imports every room below except playback.
 */
@NullMarked
package studio.parley.studio;

import org.jspecify.annotations.NullMarked;
