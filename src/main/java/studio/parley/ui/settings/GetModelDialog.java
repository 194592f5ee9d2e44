package studio.parley.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import studio.parley.problem.Problem;
import studio.parley.studio.model.install.GetModel;
import studio.parley.studio.model.install.ModelSource;
import studio.parley.ui.kit.ChoiceBoxes;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;

/** Shows what will be downloaded and under which licences, before anything is. */
final class GetModelDialog {
    private static final String AUTO = "auto";
    private static final List<String> PRECISIONS = List.of(AUTO, "int8", "int4", "fp16", "fp32");
    private final AppServices services;
    private final Optional<ModelSource> known;
    private final TextField name = new TextField();
    private final ChoiceBox<String> precision = new ChoiceBox<>();
    private final CheckBox keep = new CheckBox(Messages.of("settings.get.keep"));
    private final Label trouble = Controls.words("", "danger");

    /** @param known empty: the user names a repository */
    GetModelDialog(AppServices services, Optional<ModelSource> known) {
        this.services = services;
        this.known = known;
        name.setId("get-name");
        name.setPromptText("OWNER/NAME");
        precision.setId("get-precision");
        precision.getItems().setAll(PRECISIONS);
        precision.setValue(AUTO);
        precision.setConverter(ChoiceBoxes.texts("settings.precision.", PRECISIONS));
        keep.setId("get-keep");
        trouble.setId("get-trouble");
    }

    void show(Scene scene) {
        var form = new SettingsForm();
        if (known.isEmpty()) form.row(Messages.of("settings.get.name"), name, Messages.of("settings.get.name.words"));
        var terms = Controls.words(known.map(s -> String.join("\n", s.terms())).orElse(Messages.of("settings.get.terms.later")));
        terms.setId("get-terms");
        form.row(Messages.of("settings.get.terms"), terms, Messages.of("settings.get.terms.words"))
                .row(Messages.of("settings.precision"), precision, Messages.of("settings.get.precision.words"))
                .row(Messages.of("settings.get.disk"), keep, Messages.of("settings.get.keep.words"));
        var body = new VBox(12, form, trouble);
        ModalDialog.width(body, scene, services.theme(), 600);
        var sheet = new ModalDialog(known.map(s -> Messages.of("settings.get.title", s.title())).orElse(Messages.of("settings.get")), body);
        sheet.button("get-start", Messages.of("settings.get.start"), () -> start(sheet));
        sheet.cancel();
        sheet.over(scene);
        if (known.isEmpty()) name.requestFocus();
    }

    private void start(ModalDialog sheet) {
        try {
            var source = known.orElseGet(() -> ModelSource.of(name.getText()));
            var chosen = Optional.of(precision.getValue()).filter(p -> !p.equals(AUTO));
            sheet.close();
            services.installs().get(new GetModel.Request(source, chosen, keep.isSelected(), Optional.empty()));
        } catch (Problem notAName) {
            trouble.setText(String.valueOf(notAName.getMessage()));
        }
    }
}
