package studio.parley.ui.script.card;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** The text of a line when it is not edited, wrapped, with highlighted ranges (search matches). */
public final class HighlightedText extends Region {
    /** A highlighted range of characters. */
    public record Mark(int from, int to, boolean strong) {}

    private final Text text = new Text();
    private final Text measure = new Text();
    private final Path marked = new Path();
    private final Path strong = new Path();
    private List<Mark> marks = List.of();

    HighlightedText() {
        getStyleClass().add("words");
        text.getStyleClass().add("words-text");
        text.setTextOrigin(javafx.geometry.VPos.TOP);
        marked.getStyleClass().add("found");
        strong.getStyleClass().addAll("found", "current");
        marked.setManaged(false);
        strong.setManaged(false);
        text.setManaged(false);
        measure.fontProperty().bind(text.fontProperty());
        getChildren().addAll(marked, strong, text);
    }

    void show(String words, boolean isPrompt) {
        text.setText(words);
        text.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("prompt"), isPrompt);
        requestLayout();
    }

    public void marks(List<Mark> wanted) {
        if (wanted.equals(marks)) return;
        marks = List.copyOf(wanted);
        requestLayout();
    }

    /** The position between characters that is nearest to a point of this node. */
    int caretAt(double x, double y) {
        return text.hitTest(new Point2D(x - text.getLayoutX(), y - text.getLayoutY())).getInsertionIndex();
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
        marked.getElements().clear();
        strong.getElements().clear();
        int length = text.getText().length();
        for (var mark : marks) {
            if (mark.from() < 0 || mark.to() > length) continue;
            (mark.strong() ? strong : marked).getElements().addAll(text.rangeShape(mark.from(), mark.to()));
        }
    }
}
