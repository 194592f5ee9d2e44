/** A model folder in the making: invisible until whole, hashed, described by its model.json. */
@NullMarked
package studio.parley.convert.folder;

import org.jspecify.annotations.NullMarked;
