/** Settings, folders and export presets of this user. */
@NullMarked
package studio.parley.studio.settings;

import org.jspecify.annotations.NullMarked;
