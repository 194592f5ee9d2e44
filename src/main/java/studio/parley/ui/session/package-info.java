/** What is open in the window, as properties without a single node: document, selection, speech, player, notices. */
@NullMarked
package studio.parley.ui.session;

import org.jspecify.annotations.NullMarked;
