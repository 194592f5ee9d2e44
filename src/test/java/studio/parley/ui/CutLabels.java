package studio.parley.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.parley.ui.kit.EllipsisTooltip;
import studio.parley.ui.kit.InlineField;

/**
 * Finds labels whose words are cut: with an ellipsis, or by the edge of what they stand in. A label that may be shortened must still show
 * some letters. A field that looks like a label counts as one, and a bar may not be wider than the window.
 */
final class CutLabels {
    /** The fewest letters of a shortened label. */
    private static final int LEAST = 6;

    private CutLabels() {}

    /** One sentence for each below a node; JavaFX thread. */
    static List<String> in(Parent root) {
        var out = new ArrayList<String>();
        walk(root, root.localToScene(root.getLayoutBounds()), out);
        return out;
    }

    private static void walk(Node node, Bounds seen, List<String> out) {
        if (!node.isVisible() || node.getOpacity() == 0) return;
        var room = seen;
        if (node instanceof ScrollPane || node.getClip() != null) room = common(seen, node.localToScene(node.getLayoutBounds()), node instanceof ScrollPane);
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) check(labeled, room, out);
        if (node instanceof InlineField field && !field.isFocused()) check(field, out);
        if (node instanceof Region region && region.getStyleClass().contains("bar")) within(region, out);
        if (node instanceof Parent parent) for (var child : parent.getChildrenUnmodifiable()) walk(child, room, out);
    }

    /** Above and below one may scroll, to the sides one may not. */
    private static Bounds common(Bounds seen, Bounds own, boolean scrolls) {
        double left = Math.max(seen.getMinX(), own.getMinX());
        double right = Math.min(seen.getMaxX(), own.getMaxX());
        double top = scrolls ? -1e6 : Math.max(seen.getMinY(), own.getMinY());
        double bottom = scrolls ? 1e6 : Math.min(seen.getMaxY(), own.getMaxY());
        return new javafx.geometry.BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static void check(Labeled labeled, Bounds room, List<String> out) {
        var at = labeled.localToScene(labeled.getLayoutBounds());
        if (at.getMaxY() <= room.getMinY() || at.getMinY() >= room.getMaxY() ) return;
        var text = labeled.getChildrenUnmodifiable().stream().filter(t -> t instanceof Text && !(t instanceof FontIcon)).map(Text.class::cast).findFirst();
        if (text.isEmpty()) return;
        var shown = text.get().getText();
        var wanted = labeled.getText();
        if (labeled.isMnemonicParsing()) wanted = wanted.replace("_", "");
        if (EllipsisTooltip.is(labeled)) {
            boolean isLegible = shown.strip().equals(wanted.strip()) || shown.codePoints().filter(Character::isLetterOrDigit).count() >= LEAST;
            if (!isLegible) out.add(name(labeled) + " shows only \"" + shown + "\" of \"" + wanted + "\"");
            return;
        }
        if (!shown.strip().equals(wanted.strip())) out.add(name(labeled) + " shows \"" + shown + "\" of \"" + wanted + "\"");
        var words = text.get().localToScene(text.get().getLayoutBounds());
        if (words.getMinX() < room.getMinX() - 1 || words.getMaxX() > room.getMaxX() + 1) out.add(name(labeled) + " \"" + wanted + "\" stands outside: "
                + Math.round(words.getMinX()) + " to " + Math.round(words.getMaxX()) + " in " + Math.round(room.getMinX()) + " to " + Math.round(room.getMaxX()));
        else if (!(labeled instanceof ListCell) && words.getWidth() > labeled.getWidth() + 1) out.add(name(labeled) + " is narrower than \"" + wanted + "\"");
    }

    /** A field shows a text from anywhere to anywhere, so one that is too long must be replaced by a label. */
    private static void check(InlineField field, List<String> out) {
        var text = new Text(field.getText());
        text.setFont(field.getFont());
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        boolean isShortened = field.getChildrenUnmodifiable().stream().anyMatch(n -> n instanceof Label && n.isVisible());
        if (text.getLayoutBounds().getWidth() > room + 2 && !isShortened) out.add(name(field) + " cuts \"" + field.getText() + "\"");
    }

    private static void within(Region bar, List<String> out) {
        var at = bar.localToScene(bar.getLayoutBounds());
        if (at.getMinX() < -1 || at.getMaxX() > bar.getScene().getWidth() + 1) out.add(name(bar) + " is from " + at.getMinX() + " to " + at.getMaxX());
    }

    private static String name(Node labeled) {
        var path = new ArrayList<String>();
        for (Node at = labeled; at != null && path.size() < 3; at = at.getParent()) path.addFirst(at.getId() != null ? "#" + at.getId() : at.getClass().getSimpleName() + at.getStyleClass());
        return String.join(" ", path);
    }
}
