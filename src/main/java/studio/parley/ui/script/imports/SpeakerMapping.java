package studio.parley.ui.script.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.edit.ScriptPaste;
import studio.parley.studio.document.edit.ScriptPaste.Target;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.script.card.LineCard;
import studio.parley.ui.session.ProjectSession;

/** The speakers of a script: an existing one, a new one, or the same as another one of the script. */
final class SpeakerMapping extends FlowPane {
    private final ProjectSession session;
    private final ImportModel model;
    private Optional<ScriptPaste> shown = Optional.empty();

    SpeakerMapping(ProjectSession session, ImportModel model) {
        super(14, 6);
        this.session = session;
        this.model = model;
        getStyleClass().add("cast-table");
        managedProperty().bind(Bindings.isNotEmpty(getChildren()));
    }

    void show(Optional<ScriptPaste> pasting) {
        if (same(pasting)) return;
        shown = pasting;
        getChildren().clear();
        pasting.ifPresent(p -> p.pasted().speakers().forEach(s -> getChildren().add(row(p, s))));
    }

    /** Typing continues without the boxes being rebuilt under the mouse. */
    private boolean same(Optional<ScriptPaste> other) {
        return other.isPresent() && shown.isPresent() && other.get().targets().equals(shown.get().targets())
                && other.get().suggestions().equals(shown.get().suggestions())
                && other.get().pasted().speakers().equals(shown.get().pasted().speakers());
    }

    private FlowPane row(ScriptPaste pasting, Speaker speaker) {
        var name = new Label(speaker.name() + " →");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var box = new ComboBox<Target>();
        box.setId("cast-" + speaker.number());
        box.getItems().setAll(targets(pasting, speaker));
        box.setConverter(ChoiceBoxes.words(this::words));
        box.setValue(pasting.targets().get(speaker.number()));
        box.setAccessibleText(Messages.of("script.import.who", speaker.name()));
        box.valueProperty().subscribe((was, is) -> model.cast(speaker, is));
        var row = new FlowPane(6, 4, name, box);
        row.setRowValignment(VPos.CENTER);
        likely(pasting, speaker).ifPresent(t -> row.getChildren().add(maybe(t, box)));
        return row;
    }

    /** A button merges two probable spellings of one name. */
    private Region maybe(Target target, ComboBox<Target> box) {
        var button = LineCard.small("merge-hint");
        button.setText(Messages.of("script.import.merge", name(target)));
        button.getStyleClass().addAll("chip", "wary");
        button.setOnAction(e -> box.setValue(target));
        return button;
    }

    private static Optional<Target> likely(ScriptPaste pasting, Speaker speaker) {
        var now = pasting.target(speaker.number());
        return pasting.suggestions().getOrDefault(speaker.number(), List.of()).stream().filter(t -> !t.equals(now)).findFirst();
    }

    private List<Target> targets(ScriptPaste pasting, Speaker speaker) {
        var out = new ArrayList<Target>(pasting.suggestions().getOrDefault(speaker.number(), List.of()));
        add(out, new Target.New(speaker.name()));
        for (var s : session.document().conversation().speakers()) add(out, new Target.Existing(s.number()));
        for (var s : pasting.pasted().speakers()) add(out, pasting.target(s.number()));
        return out;
    }

    private static void add(List<Target> out, Target target) {
        if (!out.contains(target)) out.add(target);
    }

    private String words(Target target) {
        return target instanceof Target.New ? Messages.of("script.import.new", name(target)) : name(target);
    }

    private String name(Target target) {
        return switch (target) {
            case Target.Existing(int number) -> session.document().conversation().speakers().stream().filter(s -> s.number() == number)
                    .map(Speaker::name).findFirst().orElse("");
            case Target.New(String name) -> name;
        };
    }
}
