/** Edits of the document, the history of undo and redo, find and replace, pasting. Imports model. */
@NullMarked
package studio.parley.studio.document.edit;

import org.jspecify.annotations.NullMarked;
