/**
 * The project as a value, its edits and their history, and the folder that keeps both: {@code Project} is the way in. Knows no
 * window, no speech model and no sound, only the names of clips.
 */
@NullMarked
package studio.parley.studio.document;

import org.jspecify.annotations.NullMarked;
