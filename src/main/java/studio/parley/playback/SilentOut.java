package studio.parley.playback;

/** Swallows everything at once: for machines without a sound card. */
public final class SilentOut implements AudioOut {
    @Override
    public void play(float[] mono) {}

    @Override
    public void drain() {}

    @Override
    public void flush() {}

    @Override
    public String describe() {
        return "no sound";
    }

    @Override
    public void close() {}
}
