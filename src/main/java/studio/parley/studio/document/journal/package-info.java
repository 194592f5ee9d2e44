/** The project folder: saving, the journal that survives a crash, opening and recovery. {@code Project} is the way in. Imports model, edit and json. */
@NullMarked
package studio.parley.studio.document.journal;

import org.jspecify.annotations.NullMarked;
