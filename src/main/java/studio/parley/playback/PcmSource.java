package studio.parley.playback;

import studio.parley.audio.pcm.Pcm;

/** One mono sound in memory. */
record PcmSource(Pcm pcm) implements AudioSource {
    @Override
    public int rate() {
        return pcm.rate();
    }

    @Override
    public long length() {
        return pcm.frames();
    }

    @Override
    public Pcm read(long from, int count) {
        var out = new float[count];
        long first = Math.max(0, from);
        long last = Math.min(pcm.frames(), from + count);
        if (first < last) pcm.copy(0, (int) first, out, (int) (first - from), (int) (last - first));
        return Pcm.mono(pcm.rate(), out);
    }
}
