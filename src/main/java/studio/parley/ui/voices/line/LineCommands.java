package studio.parley.ui.voices.line;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.session.ProjectSession;

/** Commands for the takes of the selected lines: T, F, K, 1 to 5, C. */
public record LineCommands(ProjectSession session, Runnable compare) {
    private static final int MORE = 3;

    public void register() {
        var some = Bindings.createBooleanBinding(() -> !lines().isEmpty(), session.documentProperty(), session.selectionProperty());
        var commands = session.services().commands();
        commands.add(
                Command.of("takes.retake", "T", some, () -> session.speech().render(ids(), 1)),
                Command.of("takes.three", "Shift+T", some, () -> session.speech().render(ids(), MORE)),
                Command.of("takes.flag", "F", some, this::flag),
                Command.of("takes.lock", "Shift+K", some, this::lock),
                Command.of("takes.compare", "Shift+C", some, compare),
                Command.of("takes.next", "Alt+Shift+Down", some, () -> session.edit(TakeEdits.step(ids(), 1))),
                Command.of("takes.previous", "Alt+Shift+Up", some, () -> session.edit(TakeEdits.step(ids(), -1))),
                Command.of("takes.accept", "Shortcut+Shift+G", some, () -> session.accept(ids())));
        for (int stars = 0; stars <= 5; stars++) commands.add(rate(stars, some));
    }

    private Command rate(int stars, ObservableBooleanValue some) {
        return Command.of("takes.stars" + stars, String.valueOf(stars), some, () -> session.edit(TakeEdits.stars(ids(), stars)));
    }

    private void flag() {
        boolean all = lines().stream().allMatch(l -> session.document().decoration(l.id()).flagged());
        session.edit(TakeEdits.flag(ids(), !all));
    }

    private void lock() {
        boolean all = lines().stream().allMatch(l -> session.document().decoration(l.id()).locked());
        session.edit(TakeEdits.lock(ids(), !all));
    }

    private List<Line> lines() {
        return LinePane.lines(session);
    }

    private List<String> ids() {
        return lines().stream().map(Line::id).toList();
    }
}
