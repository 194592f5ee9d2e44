/** Commands with their shortcuts. */
@NullMarked
package studio.parley.ui.kit.command;

import org.jspecify.annotations.NullMarked;
