/** The export dialog. */
@NullMarked
package studio.parley.ui.export;

import org.jspecify.annotations.NullMarked;
