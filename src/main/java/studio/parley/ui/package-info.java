/**
 * The window: the only packages that use JavaFX. A view is a pane built in code from small parts and bound to a model of
 * {@code ui.session}; use cases are in {@code studio}.
 */
@NullMarked
package studio.parley.ui;

import org.jspecify.annotations.NullMarked;
