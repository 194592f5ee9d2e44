/**
 * Has lines of an open project spoken: a request ({@link LineRequest}) becomes a job ({@link RenderJob}) in the one queue
 * ({@link RenderQueue}), which belongs to the thread that owns the project and gives the worker ({@link LineRenderer}) one batch at a time; what
 * the worker made comes back to that thread and goes into the document ({@link TakeIntake}).
 */
@NullMarked
package studio.parley.studio.project.render;

import org.jspecify.annotations.NullMarked;
