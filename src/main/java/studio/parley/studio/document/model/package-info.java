/** The project as immutable values: the document and everything in it. Knows no window, no speech model and no sound, only the names of clips. */
@NullMarked
package studio.parley.studio.document.model;

import org.jspecify.annotations.NullMarked;
