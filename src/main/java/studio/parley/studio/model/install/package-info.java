/** Getting models: downloads that end as an installed model, imports, removal, checks. */
@NullMarked
package studio.parley.studio.model.install;

import org.jspecify.annotations.NullMarked;
