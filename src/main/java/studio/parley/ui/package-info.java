/**
 * The window: JavaFX and nowhere else. A view is a pane built in code from small parts and bound to a model of {@code ui.session};
 * what a user can do lives in {@code studio}.
 */
@NullMarked
package studio.parley.ui;

import org.jspecify.annotations.NullMarked;
