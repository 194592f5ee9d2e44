package studio.parley.ui.settings;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.parley.studio.Doctor;
import studio.parley.studio.Doctor.Finding;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Icons;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.AppServices;

/** The check of everything Parley needs on this machine. */
final class DoctorPage extends VBox {
    private final AppServices services;
    private final GridPane findings = new GridPane(12, 10);
    private final Button copy = new Button(Messages.of("settings.copy"));

    DoctorPage(AppServices services) {
        super(14);
        this.services = services;
        getStyleClass().add("form");
        var again = Controls.button(Messages.of("settings.check"), () -> examine());
        again.setId("check");
        copy.setId("copy-findings");
        copy.setDisable(true);
        findings.setId("findings");
        getChildren().addAll(new HBox(10, again, copy), findings);
        examine();
    }

    private void examine() {
        findings.getChildren().setAll(new ProgressIndicator());
        var settings = services.preferences().settings();
        FxThread.work(() -> new Doctor(services.directories(), settings).examine(), this::show, services.notices()::trouble);
    }

    private void show(List<Finding> found) {
        findings.getChildren().clear();
        for (int i = 0; i < found.size(); i++) {
            var f = found.get(i);
            var icon = Icons.of(f.ok() ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OUTLINE);
            icon.getStyleClass().add(f.ok() ? "good" : "wary");
            icon.setAccessibleText(Messages.of(f.ok() ? "settings.ok" : "settings.mend"));
            var subject = new Label(f.subject());
            subject.setMinWidth(USE_PREF_SIZE);
            var words = Controls.words(f.words(), "muted");
            GridPane.setHgrow(words, Priority.ALWAYS);
            findings.addRow(i, icon, subject, words);
        }
        copy.setDisable(false);
        copy.setOnAction(e -> Controls.copy(text(found)));
    }

    static String text(List<Finding> found) {
        return found.stream().map(f -> (f.ok() ? "ok   " : "FIX  ") + f.subject() + ": " + f.words()).collect(Collectors.joining("\n", "", "\n"));
    }
}
