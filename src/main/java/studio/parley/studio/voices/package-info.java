/** Working with reference clips: import, fix, find, share between projects, try out. */
@NullMarked
package studio.parley.studio.voices;

import org.jspecify.annotations.NullMarked;
