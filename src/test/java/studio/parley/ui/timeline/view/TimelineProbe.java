package studio.parley.ui.timeline.view;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.timeline.model.FollowMode;

/** How much processor time the timeline needs for a picture of 1,000 lines: a main that prints milliseconds a frame. */
final class TimelineProbe {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LINES = 1000;
    private static final int FRAMES = 60;

    private TimelineProbe() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory("probe");
        try (var s = Stage.of(home, script(), 0, 100, Theme.Scheme.DARK, 1440, 300)) {
            Fx.run(() -> speak(s));
            var view = s.view.model().viewport();
            double length = s.view.model().shown().length();
            for (double seen : new double[] {length, 300, 30, 5, 0.5}) {
                Fx.run(() -> view.show(length * 0.3, length * 0.3 + seen));
                Fx.settle();
                Thread.sleep(1500);
                measure(s, String.format(Locale.ROOT, "scroll, %.1f s in view", seen), i -> view.scrollBy(i % 60 < 30 ? 7 : -7));
            }
            Fx.run(() -> view.show(length * 0.3, length * 0.3 + 30));
            measure(s, "zoom", i -> view.zoom(i % 60 < 30 ? 1.03 : 1 / 1.03, 600));
            Fx.run(() -> {
                view.show(length * 0.3, length * 0.3 + 30);
                s.view.model().options().follow().set(FollowMode.SMOOTH);
                s.session.player().seek(length * 0.3);
                s.session.player().play();
            });
            measure(s, "play, followed smoothly", i -> { });
            Fx.run(() -> s.session.player().pause());
            var line = s.session.document().lines().get(500).id();
            measure(s, "drag a clip", i -> s.view.model().preview(studio.parley.studio.document.edit.TestEdits.move(line, 1000L * i,
                    studio.parley.studio.timing.Ripple.ALL)));
            Fx.run(() -> s.view.model().cancelPreview());
            Fx.run(() -> s.view.model().options().spectrogram().set(true));
            Fx.run(() -> view.show(length * 0.3, length * 0.3 + 30));
            Thread.sleep(1500);
            measure(s, "scroll spectrograms, 30 s in view", i -> view.scrollBy(i % 60 < 30 ? 7 : -7));
        }
        System.exit(0);
    }

    /** A take for every line, of twenty different sounds, in one edit. */
    private static void speak(Stage s) {
        var takes = new ArrayList<Take>();
        for (int i = 0; i < 20; i++) {
            var sound = SessionFixture.babble(24000 + i * 3000, i);
            takes.add(new Take("T" + i, s.session.project().clipStore().put(sound).hex(), new TakeRecipe("", 1, 0.9, 50, 0, List.of()),
                    sound.frames(), sound.rate(), List.of()));
        }
        s.session.edit(Edit.of("Speak", d -> {
            var lines = new ArrayList<>(d.lines());
            for (int i = 0; i < lines.size(); i++) lines.set(i, lines.get(i).with(takes.get(i % 20)));
            return d.withLines(lines);
        }));
    }

    private static void measure(Stage s, String what, IntConsumer step) throws Exception {
        var paint = new double[FRAMES];
        long began = cpu("JavaFX Application Thread");
        long drawing = cpu("QuantumRenderer");
        for (int i = 0; i < FRAMES; i++) {
            int now = i;
            paint[i] = Fx.call(() -> {
                step.accept(now);
                s.surface().repaint();
                long from = THREADS.getCurrentThreadCpuTime();
                s.surface().layout();
                return (THREADS.getCurrentThreadCpuTime() - from) / 1e6;
            });
            pulse();
        }
        double fx = (cpu("JavaFX Application Thread") - began) / 1e6 / FRAMES;
        double raster = (cpu("QuantumRenderer") - drawing) / 1e6 / FRAMES;
        Arrays.sort(paint);
        System.out.printf(Locale.ROOT,
                "%-36s painters median %.2f, 95 %% %.2f ms; JavaFX thread in all %.2f, rasterising in software %.2f ms a frame; %d clips%n", what,
                paint[FRAMES / 2], paint[FRAMES * 95 / 100], fx, raster, Fx.call(() -> s.surface().boxes().size()));
    }

    /** Processor time, for the machine is shared. */
    private static long cpu(String thread) {
        for (var id : THREADS.getAllThreadIds()) {
            var info = THREADS.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(thread)) return THREADS.getThreadCpuTime(id);
        }
        return 0;
    }

    /** Until the picture was handed to the screen: the second pulse begins only then. */
    private static void pulse() throws Exception {
        for (int i = 0; i < 2; i++) {
            var done = new CountDownLatch(1);
            Platform.runLater(() -> new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    done.countDown();
                }
            }.start());
            done.await();
        }
    }

    private static String script() {
        var out = new StringBuilder("# Long\n");
        var names = new String[] {"Ann", "Ben", "Cora", "Dan"};
        for (int i = 0; i < LINES; i++) out.append(names[i * 7 % 4]).append(i % 9 == 3 ? " ^" : "").append(": This is line ").append(i)
                .append(" of a long talk.\n");
        return out.toString();
    }
}
