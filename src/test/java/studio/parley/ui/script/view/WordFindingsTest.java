package studio.parley.ui.script.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;

/** Where something else was heard than is written. */
class WordFindingsTest extends ScriptBench {
    private static final String TEXT = "Nobody could remember where that old lighthouse keeper went after midnight.";

    private void hear(String heard) throws Exception {
        open("Ann: " + TEXT + "\nBen: The other line.", 2);
        Fx.run(() -> {
            Heard.text(session, session.document().lines().getFirst(), heard);
            view.refresh();
        });
        Fx.settle();
    }

    private boolean isMarked() throws Exception {
        var words = card(1).words;
        return Fx.call(() -> !((Path) words.lookup(".wrong")).getElements().isEmpty());
    }

    private String said() throws Exception {
        return Fx.call(() -> view.lookup(".heard-instead") instanceof Label l && l.isVisible() ? l.getText() : "");
    }

    @Test
    void otherWordsAreMarkedAndNamed() throws Exception {
        hear("Nobody could remember where that old elephant keeper went after midnight.");
        assertTrue(isMarked());
        assertEquals("Heard \"elephant\" instead of \"lighthouse\".", Fx.call(() -> card(1).getAccessibleHelp()));
        clickAt(card(1), 30, 20);
        assertEquals("Heard \"elephant\" instead of \"lighthouse\".", said());
        fx.png("word-findings.png");
        clickAt(card(2), 30, 20);
        assertEquals("", said());
    }

    @Test
    void aPlaceBetweenTwoWordsIsMarkedToo() throws Exception {
        hear("Nobody could remember where that old lighthouse keeper went after midnight happened elsewhere.");
        assertTrue(isMarked());
    }

    @Test
    void theRightWordsAndAnEditedTextHaveNoMarks() throws Exception {
        hear("nobody could remember where that old lighthouse keeper went after midnight");
        assertFalse(isMarked());
        Fx.run(() -> {
            Heard.text(session, session.document().lines().getFirst(), "Nobody could remember where.");
            view.refresh();
        });
        Fx.settle();
        assertTrue(isMarked());
        clickWords(1);
        fx.type("!");
        fx.key(javafx.scene.input.KeyCode.ESCAPE);
        assertFalse(isMarked(), "the take was made from another text");
    }
}
