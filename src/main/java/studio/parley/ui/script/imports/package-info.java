/** The preview of a script before it is imported: format, speakers and the change of each line. Imports card. */
@NullMarked
package studio.parley.ui.script.imports;

import org.jspecify.annotations.NullMarked;
