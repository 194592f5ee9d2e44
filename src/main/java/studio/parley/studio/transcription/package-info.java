/** Speech to text for every front end: the recognisers of this machine, transcripts of files, subtitles made of them. */
@NullMarked
package studio.parley.studio.transcription;

import org.jspecify.annotations.NullMarked;
