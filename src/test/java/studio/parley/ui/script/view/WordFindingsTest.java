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

    /** What is heard in a take is known later than the line is shown. */
    @Test
    void aCardThatGrowsStaysInView() throws Exception {
        open("Ann: " + TEXT + "\nBen: The other line.\n" + ("Ann: " + TEXT + "\n").repeat(12), 14);
        Fx.run(() -> session.select(studio.parley.studio.document.model.Selection.of(session.document().lines().get(9).id())));
        Fx.settle();
        assertTrue(isWhole(10));
        Fx.run(() -> {
            Heard.text(session, session.document().lines().get(9), "Nobody could remember where that old elephant keeper went after midnight.");
            view.refresh();
        });
        Fx.settle();
        assertEquals("Heard \"elephant\" instead of \"lighthouse\".", said());
        assertTrue(isWhole(10));
        Fx.run(() -> view.flow().scroll(-200));
        Fx.settle();
        assertFalse(isWhole(10), "who scrolls away stays there");
    }

    private boolean isWhole(int number) throws Exception {
        return Fx.call(() -> view.flow().card(session.document().lines().get(number - 1).id())
                .filter(c -> c.getLayoutY() >= 0 && c.getLayoutY() + c.getHeight() <= view.flow().getHeight()).isPresent());
    }
}
