/** The preview of a script before it is read: format, speakers and what becomes of each line. Imports card. */
@NullMarked
package studio.parley.ui.script.imports;

import org.jspecify.annotations.NullMarked;
