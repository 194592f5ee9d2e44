package studio.parley.ui.script.card;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;

/** The text of a line when it is not edited, wrapped, with highlighted ranges (search matches). */
public final class HighlightedText extends Region {
    /** A highlighted range of characters. */
    public record Mark(int from, int to, boolean strong) {
        /** The same, or the characters on both sides of an empty range. */
        public Mark visible(int length) {
            int more = from == to ? 1 : 0;
            return new Mark(Math.max(0, from - more), Math.min(length, to + more), strong);
        }
    }

    private final Text text = new Text();
    private final Text measure = new Text();
    private final Path marked = new Path();
    private final Path strong = new Path();
    private final Path spoken = new Path();
    private final Path wrong = new Path();
    private List<Mark> marks = List.of();
    private List<Mark> doubts = List.of();
    private Optional<Mark> sounding = Optional.empty();

    HighlightedText() {
        getStyleClass().add("words");
        text.getStyleClass().add("words-text");
        text.setTextOrigin(javafx.geometry.VPos.TOP);
        marked.getStyleClass().add("found");
        strong.getStyleClass().addAll("found", "current");
        spoken.getStyleClass().add("spoken");
        wrong.getStyleClass().add("wrong");
        for (var part : List.of(spoken, marked, strong, text, wrong)) part.setManaged(false);
        measure.fontProperty().bind(text.fontProperty());
        getChildren().addAll(spoken, marked, strong, text, wrong);
    }

    void show(String words, boolean isPrompt) {
        if (!text.getText().equals(words)) speak(Optional.empty());
        text.setText(words);
        text.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("prompt"), isPrompt);
        requestLayout();
    }

    public void marks(List<Mark> wanted) {
        if (wanted.equals(marks)) return;
        marks = List.copyOf(wanted);
        requestLayout();
    }

    /** Underlines places where something else was heard; an empty place is between two words. */
    public void wrong(List<Mark> places) {
        if (places.equals(doubts)) return;
        doubts = List.copyOf(places);
        requestLayout();
    }

    /** Lines below the characters of places; below both neighbours of an empty one. */
    static void underline(Path path, Text text, List<Mark> places) {
        path.getElements().clear();
        int length = text.getText().length();
        for (var m : places) {
            var seen = m.visible(length);
            if (m.to() <= length) path.getElements().addAll(text.underlineShape(seen.from(), seen.to()));
        }
    }

    /** Highlights the word that is being spoken; its strength does not matter. Only the highlight is laid out. */
    public void speak(Optional<Mark> word) {
        if (word.equals(sounding)) return;
        sounding = word;
        mark(spoken, word.stream().toList());
    }

    private void mark(Path path, List<Mark> ranges) {
        mark(path, text, ranges);
    }

    static void mark(Path path, Text text, List<Mark> ranges) {
        path.getElements().clear();
        int length = text.getText().length();
        for (var m : ranges) if (m.from() >= 0 && m.to() <= length) path.getElements().addAll(text.rangeShape(m.from(), m.to()));
    }

    /** The character at a point of the scene. */
    HitInfo hit(double sceneX, double sceneY) {
        return text.hitTest(text.sceneToLocal(sceneX, sceneY));
    }

    @Override
    protected double computePrefHeight(double width) {
        measure.setText(text.getText());
        measure.setWrappingWidth(Math.max(0, snapPositionX(width)));
        return snapSizeY(measure.getLayoutBounds().getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        text.setWrappingWidth(snapPositionX(getWidth()));
        mark(marked, marks.stream().filter(m -> !m.strong()).toList());
        mark(strong, marks.stream().filter(Mark::strong).toList());
        mark(spoken, sounding.stream().toList());
        underline(wrong, text, doubts);
    }
}
