/**
 * Layer 6: the command line, one class per command. Imports studio, download, render, voice, dialogue, audio and playback.
 */
@NullMarked
package studio.parley.cli;

import org.jspecify.annotations.NullMarked;
