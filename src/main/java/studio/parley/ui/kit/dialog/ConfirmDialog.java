package studio.parley.ui.kit.dialog;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Messages;

/** A question with one action and a way to cancel. */
public final class ConfirmDialog {
    private ConfirmDialog() {}

    /** {@code yes} runs if the user confirms; otherwise nothing. */
    public static ModalDialog ask(Scene scene, String title, String sentence, String yes, Runnable action) {
        var sheet = new ModalDialog(title, words(sentence));
        sheet.button("yes", yes, () -> {
            sheet.close();
            action.run();
        });
        sheet.button("no", Messages.of("shell.cancel"), sheet::close);
        return sheet.asking(scene);
    }

    /** Only shows a message; there is nothing to choose. */
    public static ModalDialog tell(Scene scene, String title, String sentence) {
        var sheet = new ModalDialog(title, words(sentence));
        sheet.button("close", Messages.of("shell.close"), sheet::close);
        return sheet.over(scene);
    }

    /** Asks whether work should be stopped; {@code yes} runs if the user confirms. Enter and Escape continue the work. */
    static ModalDialog stop(Scene scene, ModalDialog.Unfinished work, Runnable action) {
        var sheet = new ModalDialog(work.question(), words(work.words()));
        var goOn = sheet.button("go-on", work.goOn(), sheet::close);
        sheet.button("stop", work.stop(), () -> {
            sheet.close();
            action.run();
        });
        sheet.asking(scene);
        goOn.requestFocus();
        return sheet;
    }

    private static Label words(String sentence) {
        var words = Controls.words(sentence);
        words.setPrefWidth(420);
        return words;
    }
}
