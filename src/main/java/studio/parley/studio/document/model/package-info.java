/**
 * The project as immutable values: the document and all its parts. Knows no window, no speech model and no audio, only the ids of clips.
 */
@NullMarked
package studio.parley.studio.document.model;

import org.jspecify.annotations.NullMarked;
