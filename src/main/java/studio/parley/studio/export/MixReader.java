package studio.parley.studio.export;

import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;

/** The audio of an arrangement at a file's rate, in pieces from start to end. Readers of equal length give equal pieces. */
final class MixReader {
    private static final int PIECE = 1 << 15;

    private final MixRenderer rendering;
    private final int rate;
    private final int channels;
    /** One for both channels of a stereo file in which all speakers are in the centre. */
    private final Resampler[] resamplers;
    private long at;
    private boolean over;

    MixReader(Arrangement what, ClipCache sounds, int rate, int channels) {
        int own = what.parts().stream().allMatch(p -> p.pan() == 0) ? 1 : channels;
        this.rendering = new MixRenderer(what, sounds, own);
        this.rate = rate;
        this.channels = channels;
        this.resamplers = new Resampler[own];
        for (int c = 0; c < own; c++) resamplers[c] = new Resampler(what.rate(), rate);
    }

    boolean isOver() {
        return over;
    }

    /** How much has been read, from 0 to 1. */
    double share() {
        return rendering.length() == 0 ? 1 : Math.min(1, (double) at / rendering.length());
    }

    Pcm next() {
        var out = new float[resamplers.length][];
        if (at < rendering.length()) {
            var piece = rendering.read(at, (int) Math.min(PIECE, rendering.length() - at));
            at += piece.frames();
            for (int c = 0; c < out.length; c++) out[c] = resamplers[c].push(piece.samples(c));
        } else {
            over = true;
            for (int c = 0; c < out.length; c++) out[c] = resamplers[c].finish();
        }
        if (out.length == channels) return Pcm.of(rate, out);
        return Pcm.of(rate, out[0], out[0]);
    }
}
