package studio.parley.ui.kit;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** A text that is edited in place: looks like a label until it has the focus; Enter or leaving commits, Escape reverts. */
public final class InlineField extends TextField {
    public static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final PseudoClass CUT = PseudoClass.getPseudoClass("cut");
    private final Label shortened = EllipsisTooltip.on(new Label());
    private final Tooltip whole = new Tooltip();
    private final Consumer<String> commit;
    private String kept = "";

    public InlineField(String name, Consumer<String> commit) {
        this.commit = commit;
        getStyleClass().add("inline-field");
        setAccessibleText(name);
        shortened.setManaged(false);
        shortened.setMouseTransparent(true);
        shortened.textProperty().bind(textProperty());
        shortened.textProperty().subscribe(this::requestLayout);
        whole.textProperty().bind(textProperty());
        setPrefColumnCount(6);
        setOnAction(e -> keep());
        focusedProperty().subscribe(focused -> {
            if (!focused) keep();
            requestLayout();
        });
        setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE || getText().equals(kept)) return;
            setText(kept);
            e.consume();
        });
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        getChildren().add(shortened);
        return skin;
    }

    /** A field cuts a long text anywhere; until it is edited, it ends with an ellipsis instead. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        boolean isCut = !isFocused() && shortened.prefWidth(-1) > room + 1;
        shortened.setVisible(isCut);
        pseudoClassStateChanged(CUT, isCut);
        if (isCut) shortened.resizeRelocate(snappedLeftInset(), snappedTopInset(), room, getHeight() - snappedTopInset() - snappedBottomInset());
        setTooltip(isCut ? whole : null);
    }

    /** Shows a value from outside; text being typed stays. */
    public void show(String value) {
        boolean typing = isFocused() && !getText().equals(kept);
        kept = value;
        if (!typing && !getText().equals(value)) setText(value);
    }

    private void keep() {
        if (getText().strip().equals(kept)) return;
        commit.accept(getText().strip());
        // A rejected value is not shown as if it were in effect.
        if (!getText().strip().equals(kept)) setText(kept);
    }
}
