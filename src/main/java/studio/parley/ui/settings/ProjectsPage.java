package studio.parley.ui.settings;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.Preferences;

/** The defaults of new projects, and how often the project file is saved. */
final class ProjectsPage extends StackPane {
    /** Keys of the preferences that the shell reads. */
    static final String AUTHOR = "default.author";
    static final String WATERMARK = "default.watermark";
    static final String AUTOSAVE = "autosave.seconds";

    /** @param heard is called when hearing clips and takes is switched on or off */
    ProjectsPage(Preferences preferences, Runnable heard) {
        var author = new TextField(preferences.get(AUTHOR).orElse(""));
        author.setId("default-author");
        author.textProperty().subscribe((was, is) -> preferences.put(AUTHOR, is.strip()));
        var mark = new CheckBox(Messages.of("settings.watermark"));
        mark.setId("default-watermark");
        mark.setSelected(!preferences.get(WATERMARK).orElse("").equals("no"));
        mark.setOnAction(e -> preferences.put(WATERMARK, mark.isSelected() ? "" : "no"));
        var ears = new CheckBox(Messages.of("settings.ears"));
        ears.setId("ears");
        ears.setSelected(preferences.get(Preferences.EARS).isEmpty());
        ears.setOnAction(e -> {
            preferences.put(Preferences.EARS, ears.isSelected() ? "" : "no");
            heard.run();
        });
        getChildren().add(new SettingsForm()
                .row(Messages.of("settings.author"), author, Messages.of("settings.author.words"))
                .row(Messages.of("settings.marking"), mark, Messages.of("settings.watermark.words"))
                .row(Messages.of("settings.words"), ears, Messages.of("settings.ears.words"))
                .row(Messages.of("settings.autosave"), autosave(preferences), Messages.of("settings.autosave.words")));
    }

    private static ChoiceBox<Integer> autosave(Preferences preferences) {
        var box = new ChoiceBox<Integer>();
        box.setId("autosave");
        box.getItems().addAll(10, 30, 60, 300, 0);
        box.setConverter(ChoiceBoxes.words(seconds -> seconds == 0 ? Messages.of("settings.autosave.off") : Messages.of("settings.autosave.every", seconds)));
        int now = (int) preferences.number(AUTOSAVE, 30);
        if (!box.getItems().contains(now)) box.getItems().add(now);
        box.setValue(now);
        box.setOnAction(e -> preferences.put(AUTOSAVE, String.valueOf(box.getValue())));
        return box;
    }
}
