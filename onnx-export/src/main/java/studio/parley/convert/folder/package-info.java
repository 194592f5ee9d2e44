/** A model folder while it is being created: hidden until complete, hashed, described by its model.json. */
@NullMarked
package studio.parley.convert.folder;

import org.jspecify.annotations.NullMarked;
