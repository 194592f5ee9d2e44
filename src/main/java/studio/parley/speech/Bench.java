package studio.parley.speech;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The measuring behind {@link BenchRun}. Speech goes on past any end the model may find: every run makes as many frames. */
final class Bench {
    private static final int PAST = 500;
    private static final int FRAMES = 25;
    private static final int BATCH = 4;
    private static final int LINES = 100;
    private static final int LINE_FRAMES = 3;
    private static final Sampling SAMPLING = new Sampling(0.9f, 0.9f, 50, 1);

    private final SpeechModel model;
    private final ModelInfo info;
    private final Consumer<String> says;
    private final Random random = new Random(1);

    Bench(SpeechModel model, Consumer<String> says) {
        this.model = model;
        this.info = model.info();
        this.says = says;
    }

    BenchRun run() {
        says.accept("Loading");
        var load = timed(() -> model.warm());
        says.accept("Timing frames");
        int past = Math.min(PAST, info.context() - 3 * FRAMES);
        try (var session = model.session(BATCH)) {
            var prefill = timed(() -> session.memory().feed(0, positions(past), 0)) / past;
            double[][] one = frames(session, 1);
            var first = firstAudio();
            for (int r = 1; r < BATCH; r++) session.memory().copyReady(0, r);
            says.accept("Timing " + BATCH + " rows at once");
            double[][] four = frames(session, BATCH);
            var single = median(one[0]) + median(one[1]);
            var batch = median(four[0]) + median(four[1]);
            says.accept("Timing a long conversation");
            return new BenchRun(model.runtime().device().name(), model.runtime().threads(), load, prefill, past, median(one[0]), median(one[1]),
                    median(one[2]), median(one[3]), median(one[3]) / 1000 * info.frameRate(), BATCH, batch, batch / single, first,
                    conversation(), peak(), info.bytes());
        }
    }

    /** Times of backbone, depth decoder, codec and all, for frames of {@code rows} rows; the codec follows the first row. */
    private double[][] frames(Session session, int rows) {
        var times = new double[4][FRAMES];
        try (var stream = model.mimiDecoder().open()) {
            var how = new ArrayList<Drawing.Row>();
            for (int r = 0; r < rows; r++) how.add(new Drawing.Row(SAMPLING.withSeed(r), 0));
            var drawn = session.drawing().draw(session.memory(), 0, how);
            for (int f = -2; f < FRAMES; f++) {
                var last = Arrays.stream(drawn).map(model.prompt()::frame).toArray(int[][]::new);
                long start = System.nanoTime();
                session.memory().step(0, rows, last);
                long fed = System.nanoTime();
                drawn = session.drawing().draw(session.memory(), 0, how);
                long made = System.nanoTime();
                stream.decode(Codes.of(info.codebooks(), List.of(drawn[0])));
                long heard = System.nanoTime();
                if (f < 0) continue;
                times[0][f] = (fed - start) / 1e6;
                times[1][f] = (made - fed) / 1e6;
                times[2][f] = (heard - made) / 1e6;
                times[3][f] = (heard - start) / 1e6;
            }
        }
        return times;
    }

    private double firstAudio() {
        var reference = Turn.reference(0, "A reference of ten seconds, which says about thirty words or so.", codes(Math.min(125, info.context() / 4)));
        try (var session = model.session(1); var stream = model.mimiDecoder().open()) {
            return timed(() -> {
                var utterance = session.begin(new Request(List.of(reference), 0, "And this is the line.", SAMPLING, 1));
                utterance.advance();
                stream.decode(utterance.codes(0));
            });
        }
    }

    private BenchRun.Conversation conversation() {
        var window = model.contextWindow(Math.min(info.context(), 768));
        var turns = new ArrayList<>(List.of(Turn.reference(0, "Who speaks.", codes(20))));
        var starts = new double[LINES];
        double preparing = 0;
        int evictions = 0;
        int before = 0;
        try (var session = model.session(1)) {
            for (int i = 0; i < LINES; i++) {
                var text = "Line " + i + ".";
                var fit = window.fit(turns, i % 2, text);
                if (fit.leftOut().size() > before) evictions++;
                before = fit.leftOut().size();
                var request = new Request(fit.context(), i % 2, text, SAMPLING.withSeed(i), LINE_FRAMES);
                var begun = new Utterance[1];
                starts[i] = timed(() -> begun[0] = session.begin(request));
                while (begun[0].advance()) { }
                turns.add(Turn.spoken(i % 2, text, begun[0].codes(0)));
                var upcoming = window.fit(turns, (i + 1) % 2, text).upcoming();
                preparing += timed(() -> upcoming.ifPresent(session::prepare));
            }
        }
        return new BenchRun.Conversation(LINES, median(Arrays.copyOfRange(starts, 1, 4)), median(Arrays.copyOfRange(starts, LINES - 3, LINES)),
                Arrays.stream(starts, 3, LINES).max().orElse(0), evictions, preparing / LINES);
    }

    private Positions positions(int count) {
        var out = new Positions(info.codebooks());
        var codes = codes(count);
        for (int f = 0; f < count; f++) out.add(model.prompt().frame(codes.frame(f)));
        return out;
    }

    private Codes codes(int frames) {
        var out = new ArrayList<int[]>();
        for (int f = 0; f < frames; f++) out.add(random.ints(info.codebooks(), 1, info.codebookSize()).toArray());
        return Codes.of(info.codebooks(), out);
    }

    private static double timed(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long peak() {
        var status = Path.of("/proc/self/status");
        try {
            return !Files.isReadable(status) ? 0 : Files.readAllLines(status).stream().filter(l -> l.startsWith("VmHWM"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
