package studio.parley.ui.kit;

import javafx.scene.Scene;
import javafx.scene.control.Label;

/** One sentence, one thing to do, and the way back. */
public final class Question {
    private Question() {}

    /** {@code yes} is done when the person says so; nothing otherwise. */
    public static Sheet ask(Scene scene, String title, String sentence, String yes, Runnable action) {
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setPrefWidth(420);
        var sheet = new Sheet(title, words);
        sheet.button("yes", yes, () -> {
            sheet.close();
            action.run();
        });
        sheet.button("no", Texts.of("shell.cancel"), sheet::close);
        return sheet.over(scene);
    }
}
