/**
 * Rendering a script with one command: it becomes a project in a work folder beside the output, which is rendered by the project's render queue
 * and mixed like any other. Imports {@code studio.project}, {@code studio.project.render} and {@code studio.export}.
 */
@NullMarked
package studio.parley.studio.project.script;

import org.jspecify.annotations.NullMarked;
