package studio.parley.ui.session;

import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.AudioSource;
import studio.parley.studio.export.MixRenderer;

/** The project's audio as the transport reads it. */
record TimelineSource(MixRenderer rendering) implements AudioSource {
    @Override
    public int rate() {
        return rendering.rate();
    }

    @Override
    public long length() {
        return rendering.length();
    }

    @Override
    public Pcm read(long from, int count) {
        return rendering.read(from, count);
    }

    @Override
    public void prepare(long from, long to) {
        rendering.prepare(from, to);
    }
}
