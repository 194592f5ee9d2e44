/**
 * Renders lines of an open project: a request ({@link LineRequest}) becomes a job ({@link RenderJob}) in the one queue
 * ({@link RenderQueue}), which belongs to the thread that owns the project and gives the worker ({@link LineRenderer}) one batch at a time;
 * the results return to that thread and are added to the document ({@link TakeIntake}).
 */
@NullMarked
package studio.parley.studio.project.render;

import org.jspecify.annotations.NullMarked;
