/**
 * The project folder: saving, the journal that survives a crash, opening and recovery. The main class is {@code Project}. Imports model,
 * edit and json.
 */
@NullMarked
package studio.parley.studio.document.journal;

import org.jspecify.annotations.NullMarked;
