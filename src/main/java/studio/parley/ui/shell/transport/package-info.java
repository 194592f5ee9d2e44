/** The transport bar, its commands and the render button. */
@NullMarked
package studio.parley.ui.shell.transport;

import org.jspecify.annotations.NullMarked;
