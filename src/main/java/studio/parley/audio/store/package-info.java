/** The content-addressed store of clips. Imports pcm, wav and codec. */
@NullMarked
package studio.parley.audio.store;

import org.jspecify.annotations.NullMarked;
