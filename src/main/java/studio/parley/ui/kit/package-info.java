/** Small parts every view uses: texts, icons, theme, colours, commands and keys, the crossing into the JavaFX thread. */
@NullMarked
package studio.parley.ui.kit;

import org.jspecify.annotations.NullMarked;
