package studio.parley.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Recipe;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.studio.document.Document;
import studio.parley.studio.document.Decoration;
import studio.parley.studio.document.Hearing;
import studio.parley.studio.document.Listening;
import studio.parley.studio.document.Project;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.Selection;
import studio.parley.ui.Desks;
import studio.parley.ui.Fx;
import studio.parley.ui.desk.Desk;

/** No test but figures: the JavaFX thread's processor time for one command on 5,000 lines, to be run by name. */
class ManyLinesFigures {
    private static final int LINES = Integer.getInteger("lines", 5000);
    @TempDir
    Path home;
    private Shell shell;
    private Thread fx;

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private Desk desk() {
        return shell.desk();
    }

    private volatile boolean sampling;
    private final Map<String, Integer> samples = new ConcurrentHashMap<>();

    private void after(String name, Runnable work) throws Exception {
        samples.clear();
        sampling = true;
        var sampler = new Thread(() -> {
            try {
                while (sampling) {
                    Thread.sleep(3);
                    var seen = new java.util.LinkedHashSet<String>();
                    var trace = fx.getStackTrace();
                    if (trace.length > 0 && (trace[0].getMethodName().contains("_runLoop") || trace[0].getMethodName().contains("park") || trace[0].getMethodName().contains("wait"))) continue;
                    for (var e : trace) if (e.getClassName().startsWith("studio.parley")) seen.add(e.getClassName().replace("studio.parley.", "") + "." + e.getMethodName() + ":" + e.getLineNumber());
                    if (seen.isEmpty() && trace.length > 0) for (var e : trace) seen.add("  " + e.getClassName() + "." + e.getMethodName());
                    for (var s : seen) samples.merge(s, 1, Integer::sum);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        sampler.start();
        long start = Fx.call(ManyLinesFigures::cpu);
        Fx.run(work);
        long mid = Fx.call(ManyLinesFigures::cpu);
        Fx.settle();
        Fx.settle();
        long end = Fx.call(ManyLinesFigures::cpu);
        sampling = false;
        sampler.join();
        System.out.printf("%-26s %5d ms at once, %5d ms in all%n", name, (mid - start) / 1_000_000, (end - start) / 1_000_000);
        if ((end - start) / 1_000_000 >= Integer.getInteger("slow", 300)) samples.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(Integer.getInteger("top", 22))
                .forEach(e -> System.out.println("        " + e.getValue() + " " + e.getKey()));
    }

    private void command(String name) throws Exception {
        after(name, () -> shell.tools.commands().get(name).action().run());
    }

    private void selectAll() throws Exception {
        Fx.run(() -> {
            var all = desk().document().lines().stream().map(Line::id).toList();
            if (!all.isEmpty()) desk().select(all, Optional.of(all.getFirst()));
        });
        Fx.settle();
    }

    @Test
    void figures() throws Exception {
        shell = Shell.lighthouse(home, 1);
        Fx.until(() -> desk().speech().model().isPresent(), 120_000);
        var made = Fx.call(() -> desk().speech().defaults().model());
        var sound = Desks.babble(24_000, 1);
        var lines = new ArrayList<Line>();
        String clip;
        try (var scratch = Project.create(home.resolve("scratch.parley"), Document.empty("Scratch"))) {
            clip = scratch.shelf().put(sound).hex();
        }
        for (int i = 1; i <= LINES; i++) {
            var line = Line.of("L" + i, i % 2, "This is line " + i + ", as long as most are.");
            for (int t = 1; t <= 2; t++) line = line.with(new Take("T" + t, clip, new Recipe("m", 1, 0.9, 50, 0, List.of()), 24_000, 24_000, List.of()));
            lines.add(line);
        }
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"), Speaker.named(2, "Cora"));
        var folder = home.resolve("many.parley");
        var document = Document.of(new Conversation("Many", speakers, lines, Delivery.INHERITED));
        try (var project = Project.create(folder, document.withDecorations(heard(lines, made)))) {
            project.shelf().put(sound);
        }
        fx = Fx.call(Thread::currentThread);
        long wall = System.nanoTime();
        long before = Fx.call(ManyLinesFigures::cpu);
        Fx.run(() -> shell.window.open(folder));
        Fx.until(() -> shell.window.desk().filter(d -> d.document().lines().size() == LINES).isPresent(), 120_000);
        Fx.settle();
        System.out.printf("open %d ms of JavaFX, %d ms by the clock%n", (Fx.call(ManyLinesFigures::cpu) - before) / 1_000_000, (System.nanoTime() - wall) / 1_000_000);
        Fx.until(() -> shell.window.desk().filter(d -> d.speech().model().isPresent()).isPresent(), 120_000);
        after("settled", () -> { });
        Fx.run(() -> desk().speech().pause());

        var middle = desk().document().lines().get(LINES / 2);
        after("select middle", () -> desk().select(Selection.of(middle.id())));
        after("again", () -> desk().select(Selection.of(middle.id())));
        shell.fx.key(javafx.scene.input.KeyCode.ENTER);
        Fx.settle();
        System.out.println("focus " + Fx.call(() -> shell.fx.stage.getScene().getFocusOwner()));
        for (int warm = 0; warm < Integer.getInteger("rounds", 3); warm++) keys(warm == 0 ? "first keys" : "key", 15);
        after("many keys", () -> {
            for (int i = 0; i < Integer.getInteger("many", 40); i++) {
                key();
                shell.fx.stage.getScene().getRoot().applyCss();
                shell.fx.stage.getScene().getRoot().layout();
            }
        });
        Fx.run(() -> shell.tools.commands().get("script.focus").action().run());
        Fx.run(() -> desk().select(Selection.of("L1")));

        if (Boolean.getBoolean("keys")) {
            shell.close();
            return;
        }
        for (var c : List.of("takes.lock", "takes.lock", "takes.flag", "takes.stars4", "takes.next", "takes.previous", "takes.accept", "takes.acceptAll", "script.speaker3", "edit.undo", "edit.redo", "edit.undo", "script.up", "script.down",
                "script.duplicate", "edit.undo", "edit.redo", "edit.undo", "script.delete", "edit.undo")) {
            selectAll();
            command(c);
        }
        command("script.selectAll");
        command("script.copy");
        command("script.paste");
        command("edit.undo");
        command("script.cut");
        command("edit.undo");
        Fx.run(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
        after("select one", () -> desk().select(Selection.of("L1")));
        command("script.duplicate");
        command("script.delete");
        command("script.add");
        command("edit.undo");
        command("takes.lock");
        command("takes.flag");
        command("script.speaker2");
        after("rename speaker", () -> desk().edit(ProjectEdits.rename(0, "Anna")));
        after("mute", () -> desk().edit(ProjectEdits.mute(1, true)));
        after("unmute", () -> desk().edit(ProjectEdits.mute(1, false)));
        command("script.replace");
        after("find", () -> field("#find-what").setText("line"));
        after("replace with", () -> field("#replace-with").setText("row"));
        after("replace all", () -> shell.fx.stage.getScene().getRoot().lookup("#replace-all").fireEvent(new javafx.event.ActionEvent()));
        command("edit.undo");
        command("transport.end");
        command("transport.rewind");
        for (var id : new TreeMap<>(Map.of("a", "timeline.zoomIn", "b", "timeline.zoomOut", "c", "timeline.zoomFit")).values()) if (has(id)) command(id);
        command("side.line");
        command("side.checks");
        command("side.voices");
        command("view.timeline");
        command("view.timeline");
        command("view.larger");
        command("view.usual");
        command("view.dark");
        command("view.dark");
        command("edit.history");
        shell.fx.key(javafx.scene.input.KeyCode.ESCAPE);
        command("file.export");
        shell.fx.key(javafx.scene.input.KeyCode.ESCAPE);
        command("file.save");
        after("arrival", () -> arrive("L7"));
        after("arrival", () -> arrive("L8"));
        after("arrival", () -> arrive("L" + LINES / 2));
        after("render all", () -> desk().speech().renderAll());
        command("view.queueList");
        command("view.queueList");
        after("arrival in a queue", () -> arrive("L9"));
        command("render.cancel");
        Fx.until(() -> desk().speech().jobs().isEmpty(), 20_000);
        after("render needed", () -> desk().speech().renderNeeded());
        selectAll();
        command("render.cancelLine");
        after("play", () -> desk().player().play());
        after("stop", () -> desk().player().stop());
        var paste = new StringBuilder();
        for (int i = 0; i < LINES; i++) paste.append(i % 3 == 0 ? "Ann" : "Dora").append(": Pasted words of line ").append(i).append(".\n");
        Fx.run(() -> {
            var content = new ClipboardContent();
            content.putString(paste.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
        command("script.paste");
        command("edit.undo");
        command("script.paste.preview");
        shell.fx.key(javafx.scene.input.KeyCode.ESCAPE);
        Fx.run(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
        shell.close();
        assertEquals(LINES, LINES);
    }

    /** As if rendered one after another: each take heard the sixty lines before it. */
    private static Map<String, Decoration> heard(List<Line> lines, String model) {
        var out = new HashMap<String, Decoration>();
        var before = new java.util.ArrayDeque<Hearing.HeardLine>();
        for (var line : lines) {
            var made = new Hearing(line.text(), line.speaker(), 0.9, 50, 0, 0, model, List.of(), List.copyOf(before), Optional.of(new Listening(Optional.of(Listening.Preset.CONVERSATION), java.util.Set.of(), java.util.Set.of())));
            out.put(line.id(), Decoration.NONE.withHeard("T2", made));
            before.add(new Hearing.HeardLine(line.id(), line.speaker(), line.text(), line.sounding().orElseThrow().clip()));
            if (before.size() > 60) before.remove();
        }
        return out;
    }

    private boolean has(String id) throws Exception {
        return Fx.call(() -> shell.tools.commands().all().stream().anyMatch(c -> c.id().equals(id)));
    }

    private void arrive(String id) {
        desk().document().line(id).ifPresent(line -> Desks.arrive(desk(), line));
        desk().refresh();
    }

    private TextField field(String css) {
        return (TextField) shell.fx.stage.getScene().getRoot().lookup(css);
    }

    private void key() {
        Node at = shell.fx.stage.getScene().getFocusOwner();
        javafx.event.Event.fireEvent(at, new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_TYPED, "x", "x", javafx.scene.input.KeyCode.UNDEFINED, false, false, false, false));
    }

    /** Median and worst of many. */
    private void keys(String name, int count) throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            long start = Fx.call(ManyLinesFigures::cpu);
            Fx.run(this::key);
            Fx.settle();
            times.add((Fx.call(ManyLinesFigures::cpu) - start) / 1000);
        }
        times.sort(null);
        System.out.printf("%s: median %d, 90 %% %d, worst %d us%n", name, times.get(count / 2), times.get(count * 9 / 10), times.get(count - 1));
    }
}
