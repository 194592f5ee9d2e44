/**
 * Working with an open project: render its lines, show the context and what needs attention, import scripts and reference clips. Callers
 * use these classes on the thread that owns the {@link studio.parley.studio.document.journal.Project}; heavy work runs on other threads and
 * its results return to that thread.
 */
@NullMarked
package studio.parley.studio.project;

import org.jspecify.annotations.NullMarked;
