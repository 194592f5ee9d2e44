package studio.parley.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.GenerationRequest;
import studio.parley.speech.GenerationSession;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.model.ModelInfo;
import studio.parley.speech.model.Sampling;
import studio.parley.studio.model.LoadedModel;

/** Measures the speed of a model on this machine. */
public record Bench(LoadedModel model, int frames, List<Integer> takes) {
    /** So many frames, spoken greedily, tell whether two devices compute the same. */
    private static final int GREEDY_FRAMES = 8;
    private static final List<Integer> POSITIONS = List.of(256, 1024, 1900);

    /**
     * Several takes computed together.
     *
     * @param frameMillis a frame for all of them, median; {@code ratio} that over a frame for one
     */
    public record Takes(int takes, double frameMillis, double ratio) {}

    /**
     * A frame after a long prompt.
     *
     * @param positions what the backbone has heard before; {@code ratio} of the frame over one after next to nothing
     */
    public record Context(int positions, double frameMillis, double ratio) {}

    /**
     * The measurements.
     *
     * @param frameMillis backbone, depth decoder and sampling for one frame of 80 ms, median
     * @param decodeMillis Mimi for one frame, streaming, median
     * @param realTimeFactor computing time per second of speech, decoding included
     * @param prefillPerSecond positions of a long prompt fed per second
     * @param firstAudioMillis from the prompt (empty cache) to the first 80 ms of audio
     * @param greedyCodes the first frames of a line without chance
     * @param lineRatio time to start line 100 of a conversation over that of line 3, medians around them
     * @param prototype figures of the prototype of this size on another machine; null for other sizes
     * @param peakBytes peak memory of the process; 0 if unknown
     */
    public record Result(String model, String device, int threads, double loadSeconds, double frameMillis, double decodeMillis, double realTimeFactor,
                         double prefillPerSecond, double firstAudioMillis, List<Takes> takes, List<Context> contexts, List<int[]> greedyCodes, double line3Millis, double line100Millis,
                         double lineRatio, long peakBytes, long weightBytes, @Nullable BenchBaseline prototype) {}

    private static final String TEXT = "The light on the rock went out at ten past three, and nobody in the village saw it.";

    /** On one device from start to end: if a graphics card fails, everything is measured again on the processor. */
    public Result run() {
        return model.speech().withFallback(this::measured);
    }

    private Result measured() {
        long begin = System.nanoTime();
        model.speech().warm();
        double load = since(begin) / 1000;
        // Until the JVM has compiled the code for a frame, measurements of small models would be wrong.
        frame(1, frames);
        for (int n : takes) frame(n, Math.max(4, frames / 4));
        double one = frame(1, frames);
        double decode = decode();
        var together = takes.stream().map(n -> takes(n, one)).toList();
        double first = firstAudio();
        double prefill = prefill();
        var starts = conversation();
        double line3 = median(starts.subList(2, 7));
        double line100 = median(starts.subList(97, 102));
        var info = model.speech().info();
        return new Result(model.describe(), model.speech().runtime().device().name().toLowerCase(Locale.ROOT), model.speech().runtime().threads(), load, one, decode,
                (one + decode) / 1000 * info.frameRate(), prefill, first,
                together, contexts(one), greedy(), line3, line100, line100 / line3, peak(), info.bytes(), BenchBaseline.of(info).orElse(null));
    }

    /** Median milliseconds for one frame of {@code rows} takes. */
    private double frame(int rows, int count) {
        try (var session = model.speech().session(rows)) {
            return median(session, List.of(), rows, count);
        }
    }

    private double median(GenerationSession session, List<ContextTurn> turns, int rows, int count) {
        var requests = new ArrayList<GenerationRequest>();
        for (int r = 0; r < rows; r++) requests.add(new GenerationRequest(turns, 0, TEXT, sampling(r), count));
        var utterance = session.begin(requests);
        var times = new ArrayList<Double>();
        for (long at = System.nanoTime(); utterance.advance(); at = System.nanoTime()) times.add(since(at));
        return median(times.subList(Math.min(1, times.size() - 1), times.size()));
    }

    private Takes takes(int count, double one) {
        double millis = frame(count, Math.max(4, frames / 2));
        return new Takes(count, millis, millis / one);
    }

    /** As far as the model's context goes. */
    private List<Context> contexts(double one) {
        var out = new ArrayList<Context>();
        for (int positions : POSITIONS) {
            if (positions + frames + TEXT.length() > model.speech().info().context()) continue;
            double millis = frameAfter(positions);
            out.add(new Context(positions, millis, millis / one));
        }
        return out;
    }

    private double frameAfter(int positions) {
        try (var session = model.speech().session(1)) {
            return median(session, List.of(ContextTurn.reference(0, "A", noise(positions, 1))), 1, frames);
        }
    }

    private List<int[]> greedy() {
        try (var session = model.speech().session(1)) {
            var generation = session.begin(new GenerationRequest(List.of(), 0, TEXT, Sampling.greedy(), GREEDY_FRAMES));
            while (generation.advance()) Thread.onSpinWait();
            return IntStream.range(0, generation.frames(0)).mapToObj(generation.codes(0)::frame).toList();
        }
    }

    private double decode() {
        try (var stream = model.speech().mimiDecoder().open()) {
            var times = new ArrayList<Double>();
            for (int f = 0; f < frames; f++) {
                long at = System.nanoTime();
                stream.decode(noise(1, f));
                times.add(since(at));
            }
            return median(times);
        }
    }

    private double firstAudio() {
        try (var session = model.speech().session(1); var stream = model.speech().mimiDecoder().open()) {
            long at = System.nanoTime();
            var utterance = session.begin(new GenerationRequest(List.of(), 0, TEXT, sampling(0), 1));
            utterance.advance();
            stream.decode(utterance.codes(0));
            return since(at);
        }
    }

    private double prefill() {
        int positions = Math.min(512, model.speech().info().context() / 2);
        try (var session = model.speech().session(1)) {
            var turns = List.of(ContextTurn.reference(0, "A", noise(positions, 1)));
            long at = System.nanoTime();
            var fed = session.begin(new GenerationRequest(turns, 0, TEXT, sampling(0), 1)).fedPositions(0);
            return fed / (since(at) / 1000);
        }
    }

    /** Milliseconds from requesting a line to its first frame, for 102 short lines of one conversation. */
    private List<Double> conversation() {
        var heard = new ArrayList<ContextTurn>();
        var times = new ArrayList<Double>();
        try (var session = model.speech().session(1)) {
            for (int i = 0; i < 102; i++) times.add(line(session, heard, i));
        }
        return times;
    }

    private double line(GenerationSession session, List<ContextTurn> heard, int i) {
        var text = "Line " + i + " of many.";
        var fit = model.speech().contextWindow().fit(heard, i % 2, text);
        long at = System.nanoTime();
        var utterance = session.begin(new GenerationRequest(fit.context(), i % 2, text, sampling(i), Math.min(12, fit.maxFrames())));
        utterance.advance();
        double millis = since(at);
        while (utterance.advance()) Thread.onSpinWait();
        heard.add(ContextTurn.spoken(i % 2, text, utterance.codes(0)));
        fit.upcoming().ifPresent(session::prepare);
        return millis;
    }

    private Codes noise(int count, int seed) {
        var info = model.speech().info();
        var random = new java.util.Random(seed);
        var out = new ArrayList<int[]>();
        for (int f = 0; f < count; f++) out.add(random.ints(info.codebooks(), 1, info.codebookSize()).toArray());
        return Codes.of(info.codebooks(), out);
    }

    private Sampling sampling(long seed) {
        return model.speech().info().sampling().with(seed);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Peak memory of this process in bytes: the kernel's high-water mark on Linux; 0 if unknown. */
    public static long peak() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(l -> l.startsWith("VmHWM:")).map(l -> l.replaceAll("\\D", ""))
                    .mapToLong(kb -> Long.parseLong(kb) * 1024).findFirst().orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /**
     * Measurements of the prototype graphs of CSM-1B's size on the machine they were designed on (2 cores of AMD Zen 4, ONNX Runtime 1.29, a
     * cache of 500 positions), for comparison. Times vary by a quarter on shared machines, so only running both side by side shows which is
     * faster.
     *
     * @param frameMillis median of the rounds; {@code frameFrom} and {@code frameTo} are the fastest and slowest round
     * @param prefillPerSecond positions of a prompt of 256 fed per second
     */
    public record BenchBaseline(double frameMillis, double frameFrom, double frameTo, double prefillPerSecond) {
        /** Figures for this model's precision; empty for models of another size or precision. */
        static Optional<BenchBaseline> of(ModelInfo model) {
            if (model.backbone().layers() != 16 || model.backbone().width() != 2048 || model.codebooks() != 32) return Optional.empty();
            return switch (model.precision()) {
                case "int4" -> Optional.of(new BenchBaseline(99, 85, 120, 177));
                case "int8" -> Optional.of(new BenchBaseline(160, 138, 163, 190));
                default -> Optional.empty();
            };
        }
    }
}
