/**
 * A script rendered in one go: it becomes a project in a work folder beside the output, is spoken by the project's render queue and mixed as any
 * other. Imports {@code studio.project}, {@code studio.project.render} and {@code studio.export}.
 */
@NullMarked
package studio.parley.studio.project.script;

import org.jspecify.annotations.NullMarked;
