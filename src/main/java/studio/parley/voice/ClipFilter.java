package studio.parley.voice;

import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.dsp.SilenceDetector;
import studio.parley.audio.pcm.LevelStats;
import studio.parley.audio.pcm.Pcm;

/** One processing step of a reference clip before it is encoded. A value; {@link #apply} is thread-safe. */
public sealed interface ClipFilter {
    Pcm apply(Pcm clip);

    /** A description for a check box. */
    String words();

    /** The mean of all channels. */
    record Mono() implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            return clip.toMono();
        }

        @Override
        public String words() {
            return "mix to mono";
        }
    }

    /** The model works at 24 kHz. */
    record Resample(int rate) implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            return Resampler.resample(clip, rate);
        }

        @Override
        public String words() {
            return "resample to " + rate + " Hz";
        }
    }

    /** Removes each channel's mean. */
    record RemoveDc() implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            var channels = new float[clip.channels()][];
            for (int c = 0; c < channels.length; c++) {
                channels[c] = clip.samples(c);
                float mean = (float) LevelStats.of(clip.channel(c)).dc();
                for (int i = 0; i < channels[c].length; i++) channels[c][i] -= mean;
            }
            return Pcm.of(clip.rate(), channels);
        }

        @Override
        public String words() {
            return "remove the DC offset";
        }
    }

    /** Normalises to full scale, like voice_clone.py: divided by the peak plus 1e-8. */
    record PeakNormalise() implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            return clip.times(1 / (LevelStats.of(clip).peak() + 1e-8));
        }

        @Override
        public String words() {
            return "raise the peak to full scale";
        }
    }

    /** Cuts silence before the first and after the last sound, except for a margin. */
    record TrimEdges(double threshold, double marginSeconds) implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            return SilenceDetector.trim(clip, threshold, (int) (marginSeconds * clip.rate()));
        }

        @Override
        public String words() {
            return "cut silence at both ends";
        }
    }

    /**
     * Cuts silences out of the middle, like voice_clone.py: a mono clip's samples at or below the threshold for at least
     * {@code shortestSeconds} are silence; the rest is kept with a margin on both sides and joined without fades. Clips longer than
     * {@code longSeconds} use the second threshold. A clip without any sound is not changed.
     */
    record RemoveLongSilences(double threshold, double longThreshold, double longSeconds, double shortestSeconds, double marginSeconds)
            implements ClipFilter {
        @Override
        public Pcm apply(Pcm clip) {
            if (clip.channels() != 1) throw new IllegalArgumentException("mono first");
            double limit = clip.seconds() > longSeconds ? longThreshold : threshold;
            int margin = (int) (marginSeconds * clip.rate());
            Pcm kept = null;
            for (var span : SilenceDetector.sounding(clip, limit, (int) (shortestSeconds * clip.rate()))) {
                var piece = clip.slice(Math.max(0, span.from() - margin), Math.min(clip.frames(), span.to() + margin));
                kept = kept == null ? piece : kept.then(piece);
            }
            return kept == null ? clip : kept;
        }

        @Override
        public String words() {
            return "remove long silences";
        }
    }
}
