/**
 * Layer 5: what a user can do, once. Imports every layer below except playback.
 */
@NullMarked
package studio.parley.studio;

import org.jspecify.annotations.NullMarked;
