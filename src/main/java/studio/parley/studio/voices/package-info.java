/** What a user does with reference clips: bring them in, mend them, find them again, share them between projects, try them out. */
@NullMarked
package studio.parley.studio.voices;

import org.jspecify.annotations.NullMarked;
