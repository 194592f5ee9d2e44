package studio.parley.ui.script.card;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** The editor of a line's text: as tall as the text, with the keys of a script. There is one, which moves from card to card. */
public final class LineEditor extends TextArea {
    /** Requests by keys; caret positions count characters of the text as shown here. */
    interface Actions {
        void typed(String text);

        void next();

        void mergeBack();

        void mergeOn();

        void leave();

        /** To the previous or next line, with the caret at that line's end or start. */
        void step(int by, boolean toEnd);

        void speaker(int by);

        /** From the word at a place. */
        void play(int place);

        /** Whether text from the clipboard was handled elsewhere (a script). */
        boolean pasted(String text);
    }

    private final Actions actions;
    private final Text measure = new Text();
    /** Below the text. */
    private final Path spoken = new Path();
    private final Path wrong = new Path();
    private List<HighlightedText.Mark> doubts = List.of();
    private Optional<HighlightedText.Mark> sounding = Optional.empty();
    private boolean quiet;

    LineEditor(Actions actions) {
        this.actions = actions;
        getStyleClass().add("line-editor");
        setWrapText(true);
        setPrefRowCount(1);
        measure.setTextOrigin(VPos.TOP);
        measure.fontProperty().bind(fontProperty());
        spoken.getStyleClass().add("spoken");
        wrong.getStyleClass().add("wrong");
        for (var part : List.of(spoken, wrong)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        skinProperty().subscribe(skin -> {
            if (skin != null) getChildren().addAll(List.of(spoken, wrong).stream().filter(n -> !getChildren().contains(n)).toList());
            spoken.toBack();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        textProperty().subscribe((was, is) -> {
            requestLayout();
            if (!quiet) actions.typed(is);
        });
    }

    /** Sets text and caret without treating it as typed. */
    void show(String text, int caret) {
        quiet = true;
        if (!text.equals(getText())) setText(text);
        quiet = false;
        positionCaret(Math.clamp(caret, 0, text.length()));
    }

    /** Underlines places where something else was heard; an empty place is between two words. */
    void wrong(List<HighlightedText.Mark> places) {
        if (places.equals(doubts)) return;
        doubts = List.copyOf(places);
        requestLayout();
    }

    /** Highlights the word that is being spoken. */
    void speak(Optional<HighlightedText.Mark> word) {
        if (word.equals(sounding)) return;
        sounding = word;
        mark();
    }

    /** The marks lie where the text lies. */
    private void mark() {
        boolean any = getLength() > 0 && (!doubts.isEmpty() || sounding.isPresent());
        var first = any && getSkin() instanceof TextInputControlSkin<?> skin ? skin.getCharacterBounds(0) : null;
        if (first == null) {
            spoken.getElements().clear();
            wrong.getElements().clear();
            return;
        }
        measure(getText(), getWidth());
        for (var part : List.of(spoken, wrong)) {
            part.setTranslateX(first.getMinX());
            part.setTranslateY(first.getMinY());
        }
        HighlightedText.mark(spoken, measure, sounding.stream().toList());
        HighlightedText.underline(wrong, measure, doubts);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        mark();
    }

    private void measure(String text, double width) {
        measure.setText(text);
        measure.setWrappingWidth(Math.max(20, snapPositionX(width)));
    }

    @Override
    public void paste() {
        var text = Clipboard.getSystemClipboard().getString();
        if (text != null && actions.pasted(text)) return;
        if (text != null) replaceSelection(text.indexOf('\n') < 0 ? text : text.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** The character at a point of the scene. */
    int characterAt(double sceneX, double sceneY) {
        var at = sceneToLocal(sceneX, sceneY);
        return getSkin() instanceof TextAreaSkin skin ? skin.getIndex(at.getX(), at.getY()).getCharIndex() : getCaretPosition();
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || !e.isAltDown()) return;
        actions.play(characterAt(e.getSceneX(), e.getSceneY()));
        e.consume();
    }

    private void pressed(KeyEvent e) {
        boolean plain = !e.isShortcutDown() && !e.isAltDown() && !e.isMetaDown() && !e.isControlDown();
        if (plain && act(e)) e.consume();
    }

    private boolean act(KeyEvent e) {
        boolean nothing = getSelection().getLength() == 0;
        switch (e.getCode()) {
            case ENTER -> enter(e.isShiftDown());
            case ESCAPE -> actions.leave();
            case TAB -> actions.speaker(e.isShiftDown() ? -1 : 1);
            case BACK_SPACE -> {
                if (getCaretPosition() > 0 || !nothing) return false;
                actions.mergeBack();
            }
            case DELETE -> {
                if (getCaretPosition() < getLength() || !nothing) return false;
                actions.mergeOn();
            }
            default -> {
                return !e.isShiftDown() && nothing && travel(e);
            }
        }
        return true;
    }

    private boolean travel(KeyEvent e) {
        switch (e.getCode()) {
            case UP -> {
                if (!isLevelWith(0)) return false;
                actions.step(-1, true);
            }
            case DOWN -> {
                if (!isLevelWith(getLength())) return false;
                actions.step(1, false);
            }
            case LEFT -> {
                if (getCaretPosition() > 0) return false;
                actions.step(-1, true);
            }
            case RIGHT -> {
                if (getCaretPosition() < getLength()) return false;
                actions.step(1, false);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void enter(boolean breakLine) {
        if (breakLine) replaceSelection("\n");
        else actions.next();
    }

    /** Whether the caret is in the same visual row as another position. */
    private boolean isLevelWith(int place) {
        if (getLength() == 0 || !(getSkin() instanceof TextInputControlSkin<?> skin)) return true;
        var here = skin.getCharacterBounds(Math.min(getCaretPosition(), getLength() - 1));
        var there = skin.getCharacterBounds(Math.min(place, getLength() - 1));
        return here == null || there == null || Math.abs(here.getMinY() - there.getMinY()) < 2;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        var text = getText();
        measure(text.isEmpty() || text.endsWith("\n") ? text + "x" : text, width);
        return snapSizeY(measure.getLayoutBounds().getHeight());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
