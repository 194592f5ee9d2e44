package studio.parley.ui.script.view;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.project.ModelDefaults;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.session.ProjectSession;

/** What typing and scrolling cost on the JavaFX thread with a long script, in milliseconds; a program, not a test. */
public final class ScriptProbe {
    private ScriptProbe() {}

    public static void main(String[] arguments) throws Exception {
        int lines = arguments.length == 0 ? 1000 : Integer.parseInt(arguments[0]);
        var home = Files.createTempDirectory("probe");
        probe(home, lines);
        System.exit(0);
    }

    /** All lines with the same take, which heard the twenty before. */
    private static ProjectSession session(Path home, int count) {
        var lines = new ArrayList<Line>();
        var decorations = new HashMap<String, LineSettings>();
        var clip = "0".repeat(64);
        for (int i = 1; i <= count; i++) {
            var line = Line.of("L" + i, i % 3, "This is line " + i + " of a long conversation, as long as most are.");
            var heard = new ArrayList<TakeInputs.HeardLine>();
            for (int h = Math.max(1, i - 20); h < i; h++) heard.add(new TakeInputs.HeardLine("L" + h, h % 3, lines.get(h - 1).text(), clip));
            lines.add(line.with(new Take("T1", clip, new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), 72000, 24000, List.of())));
            decorations.put("L" + i, LineSettings.NONE.withHeard("T1", new TakeInputs(line.text(), i % 3, 0.9, 50, 0, 0, "", List.of(), heard, java.util.Optional.empty())));
        }
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"), Speaker.named(2, "Cora"));
        var document = Document.of(new Conversation("Long", speakers, lines, Delivery.INHERITED));
        var whole = new Document(document.conversation(), decorations, Map.of(), List.of(), List.of(), document.settings(), Map.of());
        return new ProjectSession(Project.create(home.resolve("long.parley"), whole), SessionFixture.services(home).withSound(AudioOutFactory.of(new MemoryOut(ProjectSession.RATE))), ModelDefaults.of(whole));
    }

    private static void probe(Path home, int lines) throws Exception {
        var made = new ProjectSession[1];
        var view = new ScriptView[1];
        try (var fx = new Fx(() -> {
            made[0] = session(home, lines);
            view[0] = new ScriptView(made[0]);
            var scene = new Scene(new StackPane(view[0]), 1060, 800);
            made[0].services().theme().dress(scene);
            return scene;
        })) {
            var session = made[0];
            Fx.run(() -> session.select(List.of("L" + lines / 2), Optional.of("L" + lines / 2)));
            Fx.settle();
            Fx.run(() -> view[0].focusCurrent());
            fx.key(KeyCode.ENTER);
            report("key (edit, cards)", typing(fx, view[0], false));
            report("key (with layout)", typing(fx, view[0], true));
            fx.key(KeyCode.ESCAPE);
            if (System.getenv("PARTS") != null) parts(session);
            report("scroll by 60", scrolling(view[0], 60));
            report("scroll by 2000", scrolling(view[0], 2000));
            Fx.run(session::close);
        }
    }

    private static List<Double> typing(Fx fx, ScriptView view, boolean layout) throws Exception {
        var out = new ArrayList<Double>();
        for (int i = 0; i < 120; i++) {
            var letter = i % 6 == 5 ? " " : "x";
            out.add(Fx.call(() -> {
                long start = cpu();
                view.typing().editor().insertText(view.typing().editor().getCaretPosition(), letter);
                if (layout) {
                    view.applyCss();
                    view.layout();
                }
                return (cpu() - start) / 1e6;
            }));
            Fx.settle();
        }
        return out;
    }

    private static List<Double> scrolling(ScriptView view, double by) throws Exception {
        var out = new ArrayList<Double>();
        for (int i = 0; i < 120; i++) {
            double pixels = i / 30 % 2 == 0 ? by : -by;
            out.add(Fx.call(() -> {
                long start = cpu();
                view.flow().scroll(pixels);
                view.applyCss();
                view.layout();
                return (cpu() - start) / 1e6;
            }));
            Fx.settle();
        }
        return out;
    }

    private static void parts(ProjectSession session) throws Exception {
        var edit = studio.parley.studio.document.edit.LineEdits.type("L500", "Something else");
        time("project.edit", () -> session.project().edit(studio.parley.studio.document.edit.LineEdits.type("L500", "S" + System.nanoTime())));
        time("arrangement", () -> studio.parley.studio.export.Arrangement.of(session.document(), 24000));
        var tracker = new studio.parley.studio.document.staleness.StalenessTracker();
        time("staleness", () -> {
            tracker.update(edit.change().apply(session.document()), session.speech().defaults().delivery(), session.speech().defaults().model());
            edit.change().apply(session.document());
        });
        time("edit fn", () -> edit.change().apply(session.document()));
    }

    private static void time(String what, Runnable work) throws Exception {
        var all = new ArrayList<Double>();
        for (int i = 0; i < 60; i++) {
            all.add(Fx.call(() -> {
                long start = cpu();
                work.run();
                return (cpu() - start) / 1e6;
            }));
        }
        report(what, all);
    }

    /** The thread's own processor time: the machine may be busy with others. */
    private static long cpu() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void report(String what, List<Double> millis) {
        var sorted = millis.stream().skip(10).mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf("%-20s median %.2f  p95 %.2f  worst %.2f ms%n", what, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100],
                Arrays.stream(sorted).max().orElse(0));
    }
}
