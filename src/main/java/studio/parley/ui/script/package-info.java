/** The script as line cards, its import and its find-and-replace. */
@NullMarked
package studio.parley.ui.script;

import org.jspecify.annotations.NullMarked;
