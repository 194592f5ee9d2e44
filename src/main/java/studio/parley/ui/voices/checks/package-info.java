/** What needs attention, line by line. */
@NullMarked
package studio.parley.ui.voices.checks;

import org.jspecify.annotations.NullMarked;
