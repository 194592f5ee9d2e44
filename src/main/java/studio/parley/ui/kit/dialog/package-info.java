/** Modal dialogs. */
@NullMarked
package studio.parley.ui.kit.dialog;

import org.jspecify.annotations.NullMarked;
