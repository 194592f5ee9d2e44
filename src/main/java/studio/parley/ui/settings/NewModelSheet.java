package studio.parley.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.FoundModel;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Sheet;
import studio.parley.ui.kit.Texts;

/** Asks what a model that has just been converted is for: this project, new ones, or nothing yet. Whatever is not said stays as it was. */
final class NewModelSheet {
    private final Tools tools;
    private final Optional<Desk> desk;
    private final FoundModel model;
    private final Optional<Path> usual;

    /** @param usual the model of new projects until now */
    NewModelSheet(Tools tools, Optional<Desk> desk, FoundModel model, Optional<Path> usual) {
        this.tools = tools;
        this.desk = desk;
        this.model = model;
        this.usual = usual;
    }

    void show(Scene scene) {
        var words = new Label(Texts.of("settings.newModel.words", model.name()));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        var meaning = new ModelMeaning(tools, desk);
        meaning.show(Optional.of(model));
        var body = new VBox(12, words, meaning);
        body.setPrefWidth(520);
        keep();
        var sheet = new Sheet(Texts.of("settings.newModel"), body);
        if (desk.isPresent()) {
            sheet.button("model-project", Texts.of("settings.model.use"), () -> {
                sheet.close();
                desk.get().speech().use(model.label());
            });
        }
        sheet.button("model-new", Texts.of("settings.model.new"), () -> {
            sheet.close();
            tools.preferences().put("model", model.folder().toString());
        });
        sheet.button("model-later", Texts.of("settings.newModel.later"), sheet::close);
        sheet.over(scene);
    }

    /** The newest model is taken where none is chosen: so the one in use is chosen now. */
    private void keep() {
        if (tools.preferences().settings().model().isEmpty()) usual.ifPresent(u -> tools.preferences().put("model", u.toString()));
    }
}
