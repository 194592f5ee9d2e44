/** The card of a line, the column of cards of which only the visible ones exist, and typing in them. Imports model and context. */
@NullMarked
package studio.parley.ui.script.card;

import org.jspecify.annotations.NullMarked;
