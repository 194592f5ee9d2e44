package studio.parley.ui.voices;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ReferenceNote;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.voices.line.DeliveryBox;

/** What can be done with a speaker and with the clip its card shows. */
record SpeakerMenu(Desk desk, ClipWork work, SpeakerCard card) {
    Button button() {
        var button = Icons.button(MaterialDesignD.DOTS_VERTICAL, Texts.of("voices.more"), () -> { });
        button.getStyleClass().add("voice-more");
        button.setOnAction(e -> menu().show(button, Side.BOTTOM, 0, 0));
        return button;
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        int number = card.speaker().number();
        menu.getItems().addAll(
                item("voices.file", () -> work.choose(number, card.getScene().getWindow())),
                item("voices.record", () -> card.below(work.recorder(number, card::closeBelow))),
                item("voices.library.take", () -> card.below(work.library(number, card::closeBelow))));
        card.reference().ifPresent(r -> menu.getItems().addAll(clip(number, r.path())));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(
                item("voices.test", () -> card.below(new TestPanel(work, number, () -> card.reference().map(r -> r.path()), card::closeBelow))),
                item("voices.delivery", () -> card.below(DeliveryBox.ofSpeaker(desk, number, card::closeBelow))),
                item("voices.up", () -> move(-1)), item("voices.down", () -> move(1)));
        menu.getItems().addAll(new SeparatorMenuItem(), remove());
        return menu;
    }

    private List<MenuItem> clip(int number, String path) {
        var note = desk.document().track(number).reference(path);
        var items = new ArrayList<MenuItem>();
        items.add(new SeparatorMenuItem());
        items.add(item("voices.mood", () -> card.below(new MoodPanel(desk, number, path, card::closeBelow))));
        if (!card.speaker().references().getFirst().path().equals(path)) {
            items.add(item("voices.usual", () -> {
                desk.edit(ProjectEdits.firstReference(number, path));
                card.showClip(path);
            }));
        }
        if (note.trimStartMillis() + note.trimEndMillis() > 0) items.add(item("voices.untrim", () -> desk.edit(ProjectEdits.note(number, path,
                new ReferenceNote(note.mood(), note.consent(), note.transcript(), 0, 0)))));
        items.add(item("voices.library.add", () -> work.toLibrary(number, path)));
        items.add(item("voices.clip.find", () -> work.find(number, path, card.getScene().getWindow())));
        items.add(item("voices.clip.remove", () -> card.reference().ifPresent(r -> desk.edit(ProjectEdits.removeReference(number, r)))));
        return items;
    }

    private MenuItem remove() {
        int number = card.speaker().number();
        long lines = desk.document().lines().stream().filter(l -> l.speaker() == number).count();
        var item = item("voices.remove", () -> desk.edit(ProjectEdits.removeSpeaker(number)));
        if (lines > 0) item.setText(Texts.of("voices.remove.busy", lines));
        item.setDisable(lines > 0);
        return item;
    }

    private void move(int by) {
        var order = desk.document().conversation().speakers().stream().map(Speaker::number).toList();
        desk.edit(ProjectEdits.moveSpeaker(card.speaker().number(), order.indexOf(card.speaker().number()) + by));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.of(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> action.run());
        return item;
    }
}
