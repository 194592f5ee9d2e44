package studio.parley.ui.shell;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.parley.io.AtomicFile;
import studio.parley.io.LogFile;
import studio.parley.studio.Doctor;
import studio.parley.studio.ProblemReport;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.FileDialogs;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.Notices;
import studio.parley.ui.kit.dialog.ModalDialog;
import studio.parley.ui.session.AppServices;

/** A report for whoever can mend a problem: shown first, then written where the user wants it. */
record ReportDialog(AppServices services, FileDialogs choosers) {
    private static final int LOG_LINES = 200;

    void show(Scene scene) {
        var text = new TextArea();
        text.setId("report");
        text.setPromptText(Messages.of("shell.report.wait"));
        VBox.setVgrow(text, Priority.ALWAYS);
        var body = new VBox(10, Controls.words(Messages.of("shell.report.words")), text);
        ModalDialog.size(body, scene, services.theme(), 760, 460);
        var sheet = new ModalDialog(Messages.of("shell.report"), body);
        var save = sheet.button("save", Messages.of("shell.report.save"), () -> choosers.save(scene.getWindow(), Messages.of("shell.report"), "parley-report.txt")
                .ifPresent(file -> {
                    sheet.close();
                    write(file, text.getText());
                }));
        save.setDisable(true);
        sheet.cancel();
        sheet.over(scene);
        var last = services.notices().all().reversed().stream().filter(n -> n.weight() == Notices.Weight.ERROR).findFirst();
        var settings = services.preferences().settings();
        FxThread.work(() -> ProblemReport.text(new Doctor(services.directories(), settings).examine(), last.map(Notices.Notice::details),
                LogFile.tail(LOG_LINES), System.getProperty("user.home")), report -> {
                    text.setText(report);
                    save.setDisable(false);
                }, services.notices()::trouble);
    }

    private void write(Path file, String text) {
        services.notices().attempt("report").write(() -> {
            AtomicFile.write(file, text);
            return file;
        }, saved -> services.notices().info(Messages.of("shell.report.saved", saved)));
    }
}
