/** The open project as properties without any nodes: document, selection, rendering, playback, notifications. */
@NullMarked
package studio.parley.ui.session;

import org.jspecify.annotations.NullMarked;
