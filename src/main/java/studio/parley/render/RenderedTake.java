package studio.parley.render;

import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Take;
import studio.parley.speech.Codes;

/**
 * One finished take with its sound and codes, as they are in the store.
 *
 * @param fedPositions context positions that had to be computed anew
 * @param firstFrameNanos from the start to the first frame
 * @param nanos for the whole line (all takes together)
 */
public record RenderedTake(Take take, Pcm sound, Codes codes, int fedPositions, long firstFrameNanos, long nanos) {}
