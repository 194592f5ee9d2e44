/** Small parts that every view uses: texts, icons, theme, colours, commands and keys, access to the JavaFX thread. */
@NullMarked
package studio.parley.ui.kit;

import org.jspecify.annotations.NullMarked;
