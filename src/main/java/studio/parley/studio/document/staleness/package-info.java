/** The inputs of takes, then and now, and so which takes are out of date. Pure. Imports model. */
@NullMarked
package studio.parley.studio.document.staleness;

import org.jspecify.annotations.NullMarked;
