package studio.parley.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.model.ModelEntry;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** Asks what a newly converted model is for: this project, new ones, or nothing yet. Everything else stays the same. */
final class NewModelDialog {
    private final AppServices services;
    private final Optional<ProjectSession> session;
    private final ModelEntry model;
    private final Optional<Path> usual;

    /** @param usual the previous model of new projects */
    NewModelDialog(AppServices services, Optional<ProjectSession> session, ModelEntry model, Optional<Path> usual) {
        this.services = services;
        this.session = session;
        this.model = model;
        this.usual = usual;
    }

    void show(Scene scene) {
        var words = Controls.words(Messages.of("settings.newModel.words", model.name()));
        var meaning = new ModelMeaning(services, session);
        meaning.show(Optional.of(model));
        var body = new VBox(12, words, meaning);
        ModalDialog.width(body, scene, services.theme(), 520);
        services.preferences().keepModel(usual);
        var sheet = new ModalDialog(Messages.of("settings.newModel"), body);
        if (session.isPresent()) {
            sheet.button("model-project", Messages.of("settings.model.use"), () -> {
                sheet.close();
                session.get().speech().use(model.label());
            });
        }
        sheet.button("model-new", Messages.of("settings.model.new"), () -> {
            sheet.close();
            services.preferences().put("model", model.folder().toString());
        });
        sheet.button("model-later", Messages.of("settings.newModel.later"), sheet::close);
        sheet.over(scene);
    }
}
