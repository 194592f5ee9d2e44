/** Reads the text of a script file: encoding, kind of file, notices. */
@NullMarked
package studio.parley.dialogue.script.source;

import org.jspecify.annotations.NullMarked;
