/** Which models there are, and opening and converting one. */
@NullMarked
package studio.parley.studio.model;

import org.jspecify.annotations.NullMarked;
