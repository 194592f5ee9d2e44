package studio.parley.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import studio.parley.ui.desk.Preferences;
import studio.parley.ui.kit.Choices;
import studio.parley.ui.kit.Texts;

/** What new projects begin with, and how often the project file is brought up to date. */
final class ProjectsPage extends StackPane {
    /** Keys of the preferences, which the shell reads. */
    static final String AUTHOR = "default.author";
    static final String WATERMARK = "default.watermark";
    static final String AUTOSAVE = "autosave.seconds";

    ProjectsPage(Preferences preferences) {
        var author = new TextField(preferences.get(AUTHOR).orElse(""));
        author.setId("default-author");
        author.textProperty().subscribe((was, is) -> preferences.put(AUTHOR, is.strip()));
        var mark = new CheckBox(Texts.of("settings.watermark"));
        mark.setId("default-watermark");
        mark.setSelected(!preferences.get(WATERMARK).orElse("").equals("no"));
        mark.setOnAction(e -> preferences.put(WATERMARK, mark.isSelected() ? "" : "no"));
        getChildren().add(new Form()
                .row(Texts.of("settings.author"), author, Texts.of("settings.author.words"))
                .row(Texts.of("settings.marking"), mark, Texts.of("settings.watermark.words"))
                .row(Texts.of("settings.autosave"), autosave(preferences), Texts.of("settings.autosave.words")));
    }

    private static ChoiceBox<Integer> autosave(Preferences preferences) {
        var box = new ChoiceBox<Integer>();
        box.setId("autosave");
        box.getItems().addAll(10, 30, 60, 300, 0);
        box.setConverter(Choices.words(seconds -> seconds == 0 ? Texts.of("settings.autosave.off") : Texts.of("settings.autosave.every", seconds)));
        int now = (int) preferences.number(AUTOSAVE, 30);
        if (!box.getItems().contains(now)) box.getItems().add(now);
        box.setValue(now);
        box.setOnAction(e -> preferences.put(AUTOSAVE, String.valueOf(box.getValue())));
        return box;
    }
}
