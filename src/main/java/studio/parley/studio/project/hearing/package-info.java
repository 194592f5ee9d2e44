/** What takes sound like: they are heard in the background, and their words compared with the text. */
@NullMarked
package studio.parley.studio.project.hearing;

import org.jspecify.annotations.NullMarked;
