package studio.parley.studio.synthesis;

import studio.parley.audio.pcm.Pcm;
import studio.parley.render.RenderListener;

/** Receives a line while it is spoken, before the watermark. On the speaking thread. */
public interface SynthesisListener extends RenderListener {
    /** The next part is finished; a long text has several. */
    default void part(Pcm sound) {}
}
