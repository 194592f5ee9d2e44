package studio.parley.ui.kit;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** A label with user text that may be longer than the available space: it is shortened, and its tooltip shows all of it. */
public final class EllipsisTooltip {
    /** The width of a shortened text that still says something. */
    private static final double LEAST_EM = 10;

    private EllipsisTooltip() {}

    public static <L extends Labeled> L on(L label) {
        return on(label, OverrunStyle.ELLIPSIS);
    }

    public static <L extends Labeled> L on(L label, OverrunStyle where) {
        var whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        label.setTooltip(whole);
        label.setMinWidth(0);
        label.setTextOverrun(where);
        label.getProperties().put(EllipsisTooltip.class, true);
        return label;
    }

    /** The same for something that can be left out: rather than a few letters, nothing is shown. */
    public static <L extends Labeled> L orNothing(L label) {
        label.widthProperty().subscribe(w -> label.setVisible(w.doubleValue() >= Math.min(label.prefWidth(-1) - 1, LEAST_EM * label.getFont().getSize())));
        return on(label);
    }

    /** Whether a label may be shortened. */
    public static boolean is(Labeled label) {
        return label.getProperties().containsKey(EllipsisTooltip.class);
    }
}
