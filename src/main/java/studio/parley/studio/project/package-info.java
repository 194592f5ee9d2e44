/**
 * What a user does with an open project: have its lines spoken, see what the model hears and what needs attention, bring scripts
 * and reference clips in. Callers use these classes on the thread that owns the {@link studio.parley.studio.document.journal.Project}; heavy
 * work runs elsewhere and comes back to that thread.
 */
@NullMarked
package studio.parley.studio.project;

import org.jspecify.annotations.NullMarked;
