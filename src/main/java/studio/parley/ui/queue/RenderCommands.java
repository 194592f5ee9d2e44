package studio.parley.ui.queue;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import studio.parley.dialogue.Line;
import studio.parley.studio.project.QueuedLine;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Command;

/** Asking for speech, and steering the queue. */
public record RenderCommands(Desk desk) {
    public void register() {
        var speech = desk.speech();
        var waits = Bindings.createBooleanBinding(() -> speech.jobs().stream().anyMatch(j -> !j.hasFailed()), speech.jobs());
        var failed = Bindings.createBooleanBinding(() -> speech.jobs().stream().anyMatch(QueuedLine::hasFailed), speech.jobs());
        var affected = Bindings.createBooleanBinding(() -> !desk.needs().affected().isEmpty(), desk.needsProperty());
        var some = Bindings.createBooleanBinding(() -> !chosen().isEmpty(), desk.selectionProperty(), desk.documentProperty());
        desk.tools().commands().add(
                Command.of("render.line", "Shortcut+R", some, () -> desk.focusedLine().ifPresent(l -> speech.render(List.of(l.id()), 1))),
                Command.of("render.selection", "Shortcut+Alt+R", some, () -> speech.render(chosen(), 1)),
                Command.of("render.stale", "Shortcut+Shift+R", speech::renderNeeded),
                Command.of("render.affected", "Shortcut+Alt+A", affected, speech::renderAffected),
                Command.of("takes.acceptAll", "Shortcut+Alt+G", affected, () -> desk.accept(desk.needs().affected())),
                Command.of("render.all", "Shortcut+Shift+Alt+R", speech::renderAll));
        desk.tools().commands().add(
                Command.of("render.pause", "Alt+R", this::pause),
                // Failed lines stay: they are not work, but something to look at.
                Command.of("render.cancel", "Shortcut+Shift+X", waits, () -> speech.cancel(lines(j -> !j.hasFailed()))),
                Command.of("render.cancelLine", "Shift+X", some, () -> speech.cancel(chosen())),
                Command.of("render.retry", "Shortcut+Alt+T", failed, () -> speech.retry(lines(QueuedLine::hasFailed))));
    }

    private List<String> chosen() {
        var selected = desk.selectedLines();
        return (selected.isEmpty() ? desk.focusedLine().stream().toList() : selected).stream().map(Line::id).toList();
    }

    private void pause() {
        if (desk.speech().pausedProperty().get()) desk.speech().resume();
        else desk.speech().pause();
    }

    private List<String> lines(Predicate<QueuedLine> wanted) {
        return desk.speech().jobs().stream().filter(wanted).map(QueuedLine::line).toList();
    }
}
