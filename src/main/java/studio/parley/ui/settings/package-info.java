/** Settings, shortcuts, project settings, history. */
@NullMarked
package studio.parley.ui.settings;

import org.jspecify.annotations.NullMarked;
