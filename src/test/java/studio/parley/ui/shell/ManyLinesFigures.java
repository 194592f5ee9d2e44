package studio.parley.ui.shell;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.Selection;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.project.render.RenderQueue;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.session.ProjectSession;

/** No test but figures: the JavaFX thread's processor time for one command on 5,000 lines, to be run by name. */
class ManyLinesFigures {
    private static final int LINES = Integer.getInteger("lines", 5000);
    @TempDir
    Path home;
    private Shell shell;

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private ProjectSession session() {
        return shell.session();
    }

    private void after(String name, Runnable work) throws Exception {
        long start = Fx.call(ManyLinesFigures::cpu);
        Fx.run(work);
        long mid = Fx.call(ManyLinesFigures::cpu);
        Fx.settle();
        Fx.settle();
        long end = Fx.call(ManyLinesFigures::cpu);
        System.out.printf("%-26s %5d ms at once, %5d ms in all%n", name, (mid - start) / 1_000_000, (end - start) / 1_000_000);
    }

    private void command(String name) throws Exception {
        after(name, () -> shell.services.commands().get(name).action().run());
    }

    private void selectAll() throws Exception {
        Fx.run(() -> {
            var all = session().document().lines().stream().map(Line::id).toList();
            if (!all.isEmpty()) session().select(all, Optional.of(all.getFirst()));
        });
        Fx.settle();
    }

    @Test
    void figures() throws Exception {
        shell = Shell.lighthouse(home, 1);
        Fx.until(() -> session().speech().model().isPresent(), 120_000);
        var made = Fx.call(() -> session().speech().defaults().model());
        var folder = ManyLines.project(home, LINES, d -> d.withDecorations(heard(d.lines(), made)));
        long wall = System.nanoTime();
        long before = Fx.call(ManyLinesFigures::cpu);
        Fx.run(() -> shell.window.open(folder));
        Fx.until(() -> shell.window.session().filter(d -> d.document().lines().size() == LINES).isPresent(), 120_000);
        Fx.settle();
        long busy = Fx.call(ManyLinesFigures::cpu) - before;
        System.out.printf("open %d ms of JavaFX, %d ms by the clock%n", busy / 1_000_000, (System.nanoTime() - wall) / 1_000_000);
        Fx.until(() -> shell.window.session().filter(d -> d.speech().model().isPresent()).isPresent(), 120_000);
        after("settled", () -> { });
        Fx.run(() -> session().speech().queue(RenderQueue::pause));

        var middle = session().document().lines().get(LINES / 2);
        after("select middle", () -> session().select(Selection.of(middle.id())));
        after("again", () -> session().select(Selection.of(middle.id())));
        shell.fx.key(KeyCode.ENTER);
        Fx.settle();
        for (int round = 0; round < Integer.getInteger("rounds", 3); round++) keys(round == 0 ? "first keys" : "key", 15);
        Fx.run(() -> shell.services.commands().get("script.focus").action().run());
        Fx.run(() -> session().select(Selection.of("L1")));

        if (Boolean.getBoolean("keys")) {
            shell.close();
            return;
        }
        for (var c : List.of("takes.lock", "takes.lock", "takes.flag", "takes.stars4", "takes.next", "takes.previous", "takes.accept",
                "takes.acceptAll", "script.speaker3", "edit.undo", "edit.redo", "edit.undo", "script.up", "script.down", "script.duplicate",
                "edit.undo", "edit.redo", "edit.undo", "script.delete", "edit.undo")) {
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
        after("select one", () -> session().select(Selection.of("L1")));
        command("script.duplicate");
        command("script.delete");
        command("script.add");
        command("edit.undo");
        command("takes.lock");
        command("takes.flag");
        command("script.speaker2");
        after("rename speaker", () -> session().edit(ProjectEdits.rename(0, "Anna")));
        after("mute", () -> session().edit(ProjectEdits.mute(1, true)));
        after("unmute", () -> session().edit(ProjectEdits.mute(1, false)));
        command("script.replace");
        after("find", () -> field("#find-what").setText("line"));
        after("replace with", () -> field("#replace-with").setText("row"));
        after("replace all", () -> shell.fx.stage.getScene().getRoot().lookup("#replace-all").fireEvent(new ActionEvent()));
        command("edit.undo");
        command("transport.end");
        command("transport.rewind");
        for (var id : List.of("timeline.zoomIn", "timeline.zoomOut", "timeline.zoomFit")) command(id);
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
        shell.fx.key(KeyCode.ESCAPE);
        command("file.export");
        shell.fx.key(KeyCode.ESCAPE);
        command("file.save");
        after("arrival", () -> arrive("L7"));
        after("arrival", () -> arrive("L8"));
        after("arrival", () -> arrive("L" + LINES / 2));
        after("render all", () -> session().speech().renderAll());
        command("view.queueList");
        command("view.queueList");
        after("arrival in a queue", () -> arrive("L9"));
        command("render.cancel");
        Fx.until(() -> session().speech().jobs().isEmpty(), 20_000);
        after("render needed", () -> session().speech().renderNeeded());
        selectAll();
        command("render.cancelLine");
        after("play", () -> session().player().play());
        after("stop", () -> session().player().stop());
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
        shell.fx.key(KeyCode.ESCAPE);
        Fx.run(() -> Clipboard.getSystemClipboard().setContent(new ClipboardContent()));
        shell.close();
    }

    /** As if rendered one after another: each take heard the sixty lines before it. */
    private static Map<String, LineSettings> heard(List<Line> lines, String model) {
        var out = new HashMap<String, LineSettings>();
        var before = new ArrayDeque<TakeInputs.HeardLine>();
        var whole = new ContextSelection(Optional.of(ContextSelection.Preset.CONVERSATION), Set.of(), Set.of());
        for (var line : lines) {
            var made = new TakeInputs(line.text(), line.speaker(), 0.9, 50, 0, 0, model, List.of(), List.copyOf(before), Optional.of(whole));
            out.put(line.id(), LineSettings.NONE.withHeard("T2", made));
            before.add(new TakeInputs.HeardLine(line.id(), line.speaker(), line.text(), line.sounding().orElseThrow().clip()));
            if (before.size() > 60) before.remove();
        }
        return out;
    }

    private void arrive(String id) {
        session().document().line(id).ifPresent(line -> SessionFixture.arrive(session(), line));
        session().refresh();
    }

    private TextField field(String css) {
        return (TextField) shell.fx.stage.getScene().getRoot().lookup(css);
    }

    private void key() {
        Node at = shell.fx.stage.getScene().getFocusOwner();
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_TYPED, "x", "x", KeyCode.UNDEFINED, false, false, false, false));
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
        var ninth = times.get(count * 9 / 10);
        System.out.printf("%s: median %d, 90 %% %d, worst %d us%n", name, times.get(count / 2), ninth, times.get(count - 1));
    }
}
