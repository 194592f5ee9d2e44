package studio.parley.studio.synthesis;

import studio.parley.audio.pcm.Pcm;

/** A reference clip in memory, of any rate and channel count: whose voice it is, and exactly what is said in it. */
public record ReferenceSound(int speaker, String text, Pcm sound) {}
