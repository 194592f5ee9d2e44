package studio.parley.ui.voices.line;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import studio.parley.dialogue.Line;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.kit.Visibility;

/** All about the selected line or lines: what has changed, takes, voice, delivery, what is heard. */
public final class LinePane extends ScrollPane {
    private final Desk desk;
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label none = new Label(Texts.of("voices.line.none"));
    private final ChangesBox changes;
    private final TakesBox takes;
    private final MoodBox mood;
    private final DeliveryBox delivery;
    private final HeardBox heard;
    private final VBox all;

    public LinePane(Desk desk) {
        this.desk = desk;
        changes = new ChangesBox(desk);
        takes = new TakesBox(desk);
        mood = new MoodBox(desk);
        delivery = new DeliveryBox(new DeliveryScope.OfLines(desk, List.of()));
        heard = new HeardBox(desk);
        title.getStyleClass().add("heading");
        title.setId("line-title");
        words.getStyleClass().addAll("muted", "small");
        words.setWrapText(true);
        words.setMaxHeight(60);
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "nothing");
        var how = new Label(Texts.of("voices.line.delivery"));
        how.getStyleClass().add("section");
        all = new VBox(new VBox(2, title, words), changes, takes, mood, new VBox(6, how, delivery), heard);
        all.getStyleClass().add("line-pane");
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setId("line-pane");
        sceneProperty().subscribe(s -> refresh());
        desk.documentProperty().subscribe(d -> refresh());
        desk.selectionProperty().subscribe(s -> refresh());
        desk.stalenessProperty().subscribe(s -> refresh());
        desk.darkProperty().subscribe(d -> refresh());
    }

    /** What nobody sees is not kept up to date. */
    private void refresh() {
        if (getScene() == null) return;
        var lines = lines(desk);
        setContent(lines.isEmpty() ? none : all);
        if (lines.isEmpty()) return;
        var conversation = desk.document().conversation();
        title.setText(lines.size() == 1 ? Texts.of("voices.line.title", desk.document().indexOf(lines.getFirst().id()) + 1,
                conversation.speaker(lines.getFirst().speaker()).name()) : Texts.of("voices.line.titles", lines.size()));
        words.setText(lines.size() == 1 ? lines.getFirst().text().replace('\n', ' ') : "");
        Visibility.show(!words.getText().isEmpty(), words);
        changes.show(lines);
        takes.show(lines);
        mood.show(lines);
        delivery.show(desk, lines);
        heard.show(lines);
    }

    /** Plays the line's takes against each other. */
    public void compare() {
        takes.compare();
    }

    /** What commands on lines work on: the selected ones, else the one with the cursor. */
    static List<Line> lines(Desk desk) {
        var selected = desk.selectedLines();
        return selected.isEmpty() ? desk.focusedLine().stream().toList() : selected;
    }
}
