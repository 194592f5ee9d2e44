package studio.parley.playback.device;

import studio.parley.audio.pcm.Pcm;

/** Stands for a microphone in tests: hands out one sound, then ends. */
public final class MemoryIn implements AudioIn {
    private final Pcm sound;
    private int at;
    private volatile boolean closed;

    public MemoryIn(Pcm sound) {
        this.sound = sound.toMono();
    }

    @Override
    public int rate() {
        return sound.rate();
    }

    @Override
    public int read(float[] into) {
        int count = Math.min(into.length, sound.frames() - at);
        if (closed || count == 0) return -1;
        sound.copy(0, at, into, 0, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        closed = true;
    }
}
