/** What a take was made from, what it would be made from now, and so which takes are out of date. Pure. Imports model. */
@NullMarked
package studio.parley.studio.document.staleness;

import org.jspecify.annotations.NullMarked;
