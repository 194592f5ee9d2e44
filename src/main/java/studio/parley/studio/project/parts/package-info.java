/**
 * Rendering on several machines: each runs a part ({@link RenderPart}), which claims units of the work ({@link Claims}) in a folder that all share and
 * renders them into the finished lines there. Imports {@code studio.project}, {@code studio.project.render} and {@code studio.project.script}.
 */
@NullMarked
package studio.parley.studio.project.parts;

import org.jspecify.annotations.NullMarked;
