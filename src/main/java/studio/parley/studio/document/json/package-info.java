/** The document as JSON and back, with unknown keys kept and impossible numbers corrected. Imports model. */
@NullMarked
package studio.parley.studio.document.json;

import org.jspecify.annotations.NullMarked;
