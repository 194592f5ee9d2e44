package studio.parley.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.parley.studio.FoundModel;
import studio.parley.studio.project.ProjectModel;
import studio.parley.ui.desk.Desk;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Texts;
import studio.parley.ui.kit.Visibility;

/** What the choice of a model would mean: for the open project in lines, and for new projects. */
final class ModelMeaning extends VBox {
    private final Tools tools;
    private final Optional<Desk> desk;
    private final Label project = new Label();
    private final Label fresh = new Label();

    ModelMeaning(Tools tools, Optional<Desk> desk) {
        super(2);
        this.tools = tools;
        this.desk = desk;
        setId("model-meaning");
        for (var label : List.of(project, fresh)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("small");
            getChildren().add(label);
        }
        fresh.getStyleClass().add("muted");
    }

    /** The project's model among those that were found, else that for new projects; empty: the best there is. */
    Optional<FoundModel> current(List<FoundModel> found) {
        var own = found.stream().filter(this::isOfProject).findFirst();
        return own.isPresent() ? own : found.stream().filter(m -> isForNew(Optional.of(m))).findFirst();
    }

    boolean isOfProject(FoundModel model) {
        var wanted = desk.flatMap(d -> ProjectModel.wanted(d.document()));
        return wanted.isPresent() && isNamed(model, wanted.get());
    }

    /** @param model empty: the best there is */
    boolean isForNew(Optional<FoundModel> model) {
        var set = tools.preferences().settings().model();
        return model.isEmpty() ? set.isEmpty() : set.isPresent() && isNamed(model.get(), set.get());
    }

    private static boolean isNamed(FoundModel model, String name) {
        return name.equals(model.folder().toString()) || name.equals(String.valueOf(model.folder().getFileName()))
                || !model.label().isEmpty() && name.equals(model.label());
    }

    void show(Optional<FoundModel> model) {
        project.getStyleClass().remove("wary");
        project.setText(desk.map(d -> model.map(m -> project(d, m)).orElse(Texts.of("settings.model.project.keeps"))).orElse(""));
        Visibility.show(!project.getText().isEmpty(), project);
        fresh.setText(fresh(model));
    }

    private String fresh(Optional<FoundModel> model) {
        if (isForNew(model)) return Texts.of("settings.model.fresh.is");
        return Texts.of(isForNew(Optional.empty()) ? "settings.model.fresh.best" : "settings.model.fresh.no");
    }

    private String project(Desk d, FoundModel model) {
        if (isOfProject(model)) return Texts.of("settings.model.project.is");
        long lines = ProjectModel.outOfDate(d.document(), model.label());
        if (lines > 0) project.getStyleClass().add("wary");
        return Texts.of("settings.model.project.would", lines);
    }
}
