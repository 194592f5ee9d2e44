package studio.parley.ui.script.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.shape.Path;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.playback.device.MemoryOut;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;
import studio.parley.ui.session.ProjectSession;

class SpokenWordsTest extends ScriptBench {
    private static final String TWO = "Ann: Nobody could remember where that lighthouse keeper went after midnight.\nBen: Alpha beta gamma.";

    private Line line(int number) throws Exception {
        return Fx.call(() -> session.document().lines().get(number - 1));
    }

    private void openHeard() throws Exception {
        open(TWO, 2, MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10));
        for (int i = 1; i <= 2; i++) {
            var line = line(i);
            Fx.run(() -> Heard.line(session, line));
        }
        Fx.settle();
    }

    /** The highlighted word of a card, by where it lies. */
    private String lit(int number) {
        var line = session.document().lines().get(number - 1);
        var words = view.flow().card(line.id()).orElseThrow().words;
        var path = (Path) words.lookup(".spoken");
        if (path.getElements().isEmpty()) return "";
        var bounds = path.localToScene(path.getBoundsInLocal());
        int before = line.text().substring(0, hit(words, bounds.getMinX() + 3, bounds.getCenterY())).split(" ", -1).length;
        return line.text().split("[ .]+")[before - 1];
    }

    private static int hit(Node words, double x, double y) {
        var text = (javafx.scene.text.Text) words.lookup(".words-text");
        return text.hitTest(text.sceneToLocal(x, y)).getCharIndex();
    }

    private void press(Node node, double x, double y, boolean alt) throws Exception {
        Fx.run(() -> {
            var at = node.localToScene(x, y);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1, false, false, alt, false,
                        type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, new PickResult(node, at.getX(), at.getY())));
            }
        });
        Fx.settle();
    }

    /** The x of the middle of a word of the first line. */
    private double xOf(Node words, int place) throws Exception {
        return Fx.call(() -> {
            var text = (javafx.scene.text.Text) words.lookup(".words-text");
            var shape = new Path(text.rangeShape(place, place + 2));
            return text.getLayoutX() + shape.getBoundsInLocal().getCenterX();
        });
    }

    @Test
    void theWordBeingSpokenIsHighlightedWhilePlaying() throws Exception {
        openHeard();
        Fx.run(session.player()::play);
        Fx.until(() -> !lit(1).isEmpty(), 5_000);
        var seen = new ArrayList<String>();
        for (double at : new double[] {0.05, 0.45, 0.75, 2.9, 4.2}) {
            Fx.run(() -> session.player().seek(at));
            seen.add(Fx.call(() -> lit(1)));
        }
        assertEquals(List.of("Nobody", "could", "could", "went", ""), seen);
        Fx.run(session.player()::stopHere);
        assertEquals("", Fx.call(() -> lit(1)));
    }

    @Test
    void altClickPlaysFromTheWordWithoutEditing() throws Exception {
        openHeard();
        var words = card(1).words;
        press(words, xOf(words, 14), 8, true);
        fromTheThirdWord();
        assertTrue(Fx.call(() -> view.typing().editor().getScene() == null), "the line is not edited");
    }

    @Test
    void whileTypingAltClickPlaysAndTheCaretStays() throws Exception {
        openHeard();
        clickWords(1);
        var editor = Fx.call(() -> view.typing().editor());
        int caret = Fx.call(editor::getCaretPosition);
        press(editor, xOf(card(1).words, 14), 8, true);
        fromTheThirdWord();
        assertEquals(caret, Fx.call(editor::getCaretPosition));
    }

    @Test
    void theKeyPlaysFromTheWordAtTheCaret() throws Exception {
        openHeard();
        clickAt(card(1).words, xOf(card(1).words, 14), 8);
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.SPACE);
        fromTheThirdWord();
    }

    /** A bit before the word, which begins at 0.8 s. */
    private void fromTheThirdWord() throws Exception {
        Fx.until(() -> session.player().playingProperty().get(), 5_000);
        assertEquals(0.76, Fx.call(() -> session.player().position()), 0.001);
        Fx.run(session.player()::stopHere);
    }

    @Test
    void wordsThatNobodyHeardArePlayedFromAboutThere() throws Exception {
        open(TWO, 2, MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10));
        var words = card(1).words;
        press(words, xOf(words, 34), 8, true);
        Fx.until(() -> session.player().playingProperty().get(), 5_000);
        double length = Fx.call(() -> session.arrangement().seconds(session.arrangement().part("L1").orElseThrow().frames()));
        assertEquals(0.45 * length, Fx.call(() -> session.player().position()), 0.12 * length);
        Fx.run(session.player()::stopHere);
    }

    @Test
    void theContextMenuOffersTheWordUnderTheMouse() throws Exception {
        openHeard();
        var words = card(1).words;
        double x = xOf(words, 4);
        Fx.run(() -> {
            var at = words.localToScene(x, 8);
            Event.fireEvent(words, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(), at.getY(), at.getX(), at.getY(), false,
                    new PickResult(words, at.getX(), at.getY())));
        });
        Fx.settle();
        var ids = Fx.call(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(w -> (javafx.scene.control.ContextMenu) w)
                .flatMap(m -> m.getItems().stream()).filter(i -> !i.isDisable()).map(i -> String.valueOf(i.getId())).toList());
        assertTrue(ids.containsAll(List.of("script-menu-playWord", "script-play", "script-duplicate", "script-delete")), ids::toString);
        Fx.run(() -> List.copyOf(Window.getWindows()).stream().filter(PopupWindow.class::isInstance).forEach(Window::hide));
    }

    @Test
    void splittingAtTheCaretKeepsTheSoundAndBackspaceJoinsIt() throws Exception {
        openHeard();
        var before = Fx.call(() -> session.document());
        clickAt(card(1).words, xOf(card(1).words, 14), 8);
        Fx.run(() -> view.typing().editor().positionCaret(13));
        Fx.rest();
        fx.key(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("Ann: Nobody could\nAnn: remember where that lighthouse keeper went after midnight.\nBen: Alpha beta gamma.", script());
        var parts = Fx.call(() -> session.arrangement().parts());
        assertEquals(3, parts.size());
        assertEquals(0.75 * ProjectSession.RATE, parts.get(1).start());
        fx.key(KeyCode.BACK_SPACE);
        assertEquals(before, Fx.call(() -> session.document()));
    }

    @Test
    void aPauseIsInsertedAtTheCaretAndItsLengthOffered() throws Exception {
        openHeard();
        double end = Fx.call(session.player()::length);
        clickAt(card(1).words, xOf(card(1).words, 14), 8);
        Fx.run(() -> view.typing().editor().positionCaret(13));
        Fx.rest();
        fx.key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.ENTER);
        assertEquals(1.25 * ProjectSession.RATE, Fx.call(() -> (double) session.arrangement().parts().get(1).start()));
        assertEquals(end + 0.5, Fx.call(session.player()::length), 0.001);
        assertEquals("0.5", Fx.call(() -> ((javafx.scene.control.TextField) fx.stage.getScene().lookup("#timing-pause")).getText()));
    }

    @Test
    void onlyTheSentenceAtTheCaretIsRenderedAgain() throws Exception {
        open("Ann: Nobody could remember where. That lighthouse keeper went after midnight.", 1, MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10));
        var line = line(1);
        Fx.run(() -> {
            Heard.line(session, line);
            session.speech().load();
        });
        Fx.until(() -> session.speech().model().isPresent(), 60_000);
        clickAt(card(1).words, xOf(card(1).words, 14), 8);
        Fx.rest();
        fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertEquals("Ann: Nobody could remember where.\nAnn: That lighthouse keeper went after midnight.", script());
        Fx.until(() -> session.document().lines().getFirst().takes().size() == 2, 60_000);
        assertEquals(1, Fx.call(() -> session.document().lines().getLast().takes().size()));
    }
}
