/** Converts the document to JSON and back, keeping unknown keys and correcting invalid numbers. Imports model. */
@NullMarked
package studio.parley.studio.document.json;

import org.jspecify.annotations.NullMarked;
