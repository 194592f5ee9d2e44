package studio.parley.server;

import java.util.ArrayList;
import java.util.Optional;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;
import studio.parley.problem.Problem;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.synthesis.SynthesisListener;
import studio.parley.studio.synthesis.Synthesizer;
import studio.parley.watermark.WatermarkStream;

/** Speaks what is asked for, with the watermark. On the worker's thread. */
record SpeechWork(Synthesizer synthesizer, Casting casting, WatermarkApplier mark, int rate) {
    /** All of it. */
    Pcm whole(SpeechRequest request) {
        var parts = new ArrayList<Pcm>();
        synthesizer.speak(casting.of(request), new SynthesisListener() {
            @Override
            public void part(Pcm sound) {
                parts.add(sound);
            }
        });
        return mark.apply(atSpeed(parts.stream().reduce(Pcm::then).orElseThrow(), request.speed()));
    }

    /** The same piece by piece, encoded into a sink; returns how long it is, in seconds. */
    double stream(SpeechRequest request, ByteSink sink) {
        var wanted = casting.of(request);
        var live = new Live(request, mark.stream(rate, wanted.seed() + " " + request.text()), new ReplyEncoder(request.format(), sink, rate));
        synthesizer.speak(wanted, live);
        return live.finish();
    }

    /** At its own pitch. Twice the root where once would be too much. */
    private static Pcm atSpeed(Pcm sound, double speed) {
        if (speed >= TimeStretch.SLOWEST && speed <= TimeStretch.FASTEST) return TimeStretch.of(sound, speed);
        return TimeStretch.of(TimeStretch.of(sound, Math.sqrt(speed)), Math.sqrt(speed));
    }

    /** At its own speed frame by frame; at another one each part when it is finished. */
    private static final class Live implements SynthesisListener {
        private final SpeechRequest request;
        private final Optional<WatermarkStream> marking;
        private final ReplyEncoder encoder;
        private final int rate;
        private long samples;

        private Live(SpeechRequest request, Optional<WatermarkStream> marking, ReplyEncoder encoder) {
            this.request = request;
            this.marking = marking;
            this.encoder = encoder;
            this.rate = encoder.modelRate();
        }

        @Override
        public boolean wantsSound() {
            return request.speed() == 1;
        }

        @Override
        public void sound(float[] fresh) {
            samples += fresh.length;
            encoder.write(marking.map(m -> m.push(fresh)).orElse(fresh));
        }

        @Override
        public void restart() {
            if (samples > 0) throw Problem.device("The speech was begun again after some of it had been sent. Send the request again.", null);
        }

        @Override
        public void part(Pcm sound) {
            if (!wantsSound()) sound(atSpeed(sound, request.speed()).samples(0));
        }

        private double finish() {
            marking.ifPresent(m -> encoder.write(m.finish()));
            encoder.finish();
            return (double) samples / rate;
        }
    }
}
