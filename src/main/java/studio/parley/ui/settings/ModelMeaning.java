package studio.parley.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.model.ModelEntry;
import studio.parley.studio.project.ProjectModel;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Visibility;
import studio.parley.ui.session.AppServices;
import studio.parley.ui.session.ProjectSession;

/** The effect of choosing a model: for the open project in lines, and for new projects. */
final class ModelMeaning extends VBox {
    private final AppServices services;
    private final Optional<ProjectSession> session;
    private final Label project = Controls.words("", "small");
    private final Label fresh = Controls.words("", "muted", "small");

    ModelMeaning(AppServices services, Optional<ProjectSession> session) {
        super(2);
        this.services = services;
        this.session = session;
        setId("model-meaning");
        getChildren().addAll(project, fresh);
    }

    /** The project's model among the installed ones, else that for new projects; empty: the best available. */
    Optional<ModelEntry> current(List<ModelEntry> found) {
        var own = found.stream().filter(this::isOfProject).findFirst();
        return own.isPresent() ? own : found.stream().filter(m -> isForNew(Optional.of(m))).findFirst();
    }

    boolean isOfProject(ModelEntry model) {
        var wanted = session.flatMap(d -> ProjectModel.wanted(d.document()));
        return wanted.isPresent() && isNamed(model, wanted.get());
    }

    /** @param model empty: the best available */
    boolean isForNew(Optional<ModelEntry> model) {
        var set = services.preferences().settings().model();
        return model.isEmpty() ? set.isEmpty() : set.isPresent() && isNamed(model.get(), set.get());
    }

    private static boolean isNamed(ModelEntry model, String name) {
        return name.equals(model.folder().toString()) || name.equals(String.valueOf(model.folder().getFileName()))
                || !model.label().isEmpty() && name.equals(model.label());
    }

    void show(Optional<ModelEntry> model) {
        project.getStyleClass().remove("wary");
        project.setText(session.map(d -> model.map(m -> project(d, m)).orElse(Messages.of("settings.model.project.keeps"))).orElse(""));
        Visibility.show(!project.getText().isEmpty(), project);
        fresh.setText(fresh(model));
    }

    private String fresh(Optional<ModelEntry> model) {
        if (isForNew(model)) return Messages.of("settings.model.fresh.is");
        return Messages.of(isForNew(Optional.empty()) ? "settings.model.fresh.best" : "settings.model.fresh.no");
    }

    private String project(ProjectSession d, ModelEntry model) {
        if (isOfProject(model)) return Messages.of("settings.model.project.is");
        long lines = ProjectModel.outOfDate(d.document(), model.label());
        if (lines > 0) project.getStyleClass().add("wary");
        return Messages.of("settings.model.project.would", lines);
    }
}
