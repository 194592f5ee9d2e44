package studio.parley.ui.voices;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import studio.parley.dialogue.Reference;
import studio.parley.studio.document.model.Track;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;

/** The clips of a voice that has several, by style; the first is the default one. */
final class ClipTabs extends FlowPane {
    private final IntConsumer choose;

    ClipTabs(IntConsumer choose) {
        this.choose = choose;
        getStyleClass().add("chips");
    }

    void show(List<Reference> clips, Track track, int shown) {
        Visibility.show(clips.size() > 1, this);
        var group = new ToggleGroup();
        getChildren().clear();
        for (int i = 0; clips.size() > 1 && i < clips.size(); i++) {
            int index = i;
            var mood = track.reference(clips.get(i).path()).mood();
            var tab = Controls.chip(group, label(mood, i), i == shown, () -> choose.accept(index));
            tab.setTooltip(new Tooltip(Messages.of(i == 0 ? "voices.clip.usual" : mood.isBlank() ? "voices.clip.also" : "voices.clip.asked", mood)));
            getChildren().add(tab);
        }
    }

    private static String label(String mood, int index) {
        var word = mood.isBlank() ? Messages.of("voices.clip.number", String.valueOf(index + 1)) : mood;
        return index == 0 ? Messages.of("voices.clip.star", word) : word;
    }
}
