package studio.parley.ui.script.view;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.ModalLayer;
import studio.parley.ui.kit.command.Command;
import studio.parley.ui.kit.command.Commands;
import studio.parley.ui.script.card.CardHead;
import studio.parley.ui.script.model.LineActions;
import studio.parley.ui.script.model.ScriptModel;
import studio.parley.ui.session.ProjectSession;

/** The script's commands for keys and palette. */
record ScriptCommands(ScriptView view, ProjectSession session, ScriptModel model, LineActions actions, FileDialogs choosers) {
    void register() {
        var here = focusWithin();
        var editing = Bindings.createBooleanBinding(() -> model.caretProperty().get().isPresent(), model.caretProperty());
        var any = Bindings.createBooleanBinding(() -> model.current().isPresent(), session.selectionProperty(), session.documentProperty());
        lines(here, editing, any);
        clipboard(here);
        fields(any);
        files();
        for (int i = 1; i <= 9; i++) {
            int place = i;
            session.services().commands().add(Command.of("script.speaker" + i, "Shortcut+" + i, here, () -> actions.speakerAt(place)));
        }
    }

    private void lines(ObservableBooleanValue here, ObservableBooleanValue editing, ObservableBooleanValue any) {
        session.services().commands().add(
                Command.of("script.split", "Shortcut+Enter", editing, () -> view.typing().split()),
                Command.of("script.insertPause", "Shortcut+Alt+Enter", editing, this::pause),
                Command.of("script.retakeSentence", "Shortcut+Shift+T", editing, () -> view.typing().retakeSentence()),
                Command.of("script.merge", "Shortcut+J", here, () -> model.current().ifPresent(actions::mergeBack)),
                Command.of("script.up", "Alt+Up", here, () -> actions.move(-1)),
                Command.of("script.down", "Alt+Down", here, () -> actions.move(1)),
                Command.of("script.add", "Shortcut+Shift+Enter", () -> model.current().ifPresentOrElse(actions::next, actions::begin)),
                Command.of("script.delete", "Delete", here, actions::delete),
                Command.of("script.deleteLine", "Shortcut+Shift+Delete", here, actions::delete),
                Command.of("script.duplicate", "Shortcut+D", here, actions::duplicate),
                Command.of("script.play", "Shortcut+Space", any, () -> model.current().ifPresent(actions::play)),
                Command.of("script.playWord", "Shortcut+Shift+Space", editing, () -> view.typing().playWord()),
                Command.of("script.follow", "Alt+Shift+F", this::follow),
                Command.of("script.focus", "Shortcut+Shift+L", view::focusCurrent));
    }

    /** The length can be changed at once. */
    private void pause() {
        if (view.typing().pause().isPresent()) view.open(CardHead.Popovers::timing);
    }

    private void follow() {
        boolean now = !model.followingProperty().get();
        model.followingProperty().set(now);
        session.services().notices().info(Messages.of(now ? "script.follows" : "script.stays"));
    }

    private void clipboard(ObservableBooleanValue here) {
        session.services().commands().add(
                Command.of("script.copy", "Shortcut+C", here, actions::copy),
                Command.of("script.cut", "Shortcut+X", here, actions::cut),
                Command.of("script.paste", "Shortcut+V", here, actions::paste),
                Command.of("script.selectAll", "Shortcut+A", here, model::selectAll),
                Command.of("script.paste.preview", "Shortcut+Shift+V", () -> view.imports().clipboard()));
    }

    private void fields(ObservableBooleanValue any) {
        session.services().commands().add(
                Command.of("script.speaker", "Shortcut+Shift+A", any, () -> view.open(CardHead.Popovers::speaker)),
                Command.of("script.direction", "Shortcut+Shift+D", any, () -> view.open(CardHead.Popovers::direction)),
                Command.of("script.timing", "Shortcut+Shift+M", any, () -> view.open(CardHead.Popovers::timing)),
                Command.of("script.find", "Shortcut+F", () -> view.find().open(false)),
                Command.of("script.replace", "Shortcut+H", () -> view.find().open(true)),
                Command.of("script.findNext", "F3", view.findingProperty(), () -> view.find().step(1)),
                Command.of("script.findPrevious", "Shift+F3", view.findingProperty(), () -> view.find().step(-1)));
    }

    private void files() {
        session.services().commands().add(
                Command.of("script.pronunciation", "Shortcut+Alt+P", () -> new PronunciationDialog(session).show(view.getScene())),
                Command.of("file.import", "Shortcut+Shift+I", () -> view.imports().open()),
                Command.of("file.reimport", "Shortcut+Alt+I", () -> view.imports().again()),
                Command.of("file.saveScript", "Shortcut+Alt+S", () -> new ScriptExport(session).ask(view.getScene().getWindow(), choosers)));
    }

    /** Whether the focus is in the script, or was until a modal layer opened (the palette asks which commands are enabled). */
    private ObservableBooleanValue focusWithin() {
        var within = new SimpleBooleanProperty();
        view.sceneProperty().flatMap(s -> s.focusOwnerProperty()).subscribe(owner -> {
            if (view.getScene() != null && !ModalLayer.isOpen(view.getScene())) within.set(Commands.hasFocus(view));
        });
        return within;
    }
}
