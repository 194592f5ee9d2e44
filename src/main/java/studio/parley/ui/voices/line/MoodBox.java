package studio.parley.ui.voices.line;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.TakeEdits;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.KeptFocus;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.kit.Visibility;

/** Which of its speaker's clips a line hears, by mood; only there when there is something to choose. */
final class MoodBox extends VBox {
    private final Desk desk;
    private final FlowPane choices = new FlowPane();

    MoodBox(Desk desk) {
        this.desk = desk;
        setId("line-mood");
        getStyleClass().add("mood-box");
        var title = new Label(Texts.of("voices.line.mood"));
        title.getStyleClass().add("section");
        choices.getStyleClass().add("chips");
        getChildren().addAll(title, choices);
    }

    void show(List<Line> lines) {
        var moods = new LinkedHashSet<String>();
        for (var line : lines) moods.addAll(moods(line));
        Visibility.show(!moods.isEmpty(), this);
        var now = lines.stream().map(l -> desk.document().decoration(l.id()).listening().mood()).distinct().toList();
        KeptFocus.around(choices, () -> {
            var group = new ToggleGroup();
            choices.getChildren().clear();
            choices.getChildren().add(choice(group, lines, "", now));
            for (var mood : moods) choices.getChildren().add(choice(group, lines, mood, now));
        });
    }

    private Set<String> moods(Line line) {
        var out = new LinkedHashSet<String>();
        var track = desk.document().track(line.speaker());
        for (var r : desk.document().conversation().speaker(line.speaker()).references()) {
            var mood = track.reference(r.path()).mood();
            if (!mood.isBlank()) out.add(mood);
        }
        return out;
    }

    private ToggleButton choice(ToggleGroup group, List<Line> lines, String mood, List<String> now) {
        var button = new ToggleButton(mood.isEmpty() ? Texts.of("voices.line.usual") : mood);
        button.getStyleClass().setAll("toggle-button", "chip", "button-chip");
        button.setToggleGroup(group);
        button.setSelected(now.size() == 1 && now.getFirst().equalsIgnoreCase(mood));
        button.setOnAction(e -> desk.edit(TakeEdits.mood(lines.stream().map(Line::id).toList(), mood)));
        return button;
    }
}
