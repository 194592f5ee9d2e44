package studio.parley.ui.kit;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A text that is edited in place: looks like a label until it has the focus; Enter or leaving commits, Escape reverts. */
public final class InlineField extends TextField {
    public static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private final Consumer<String> commit;
    private String kept = "";

    public InlineField(String name, Consumer<String> commit) {
        this.commit = commit;
        getStyleClass().add("inline-field");
        setAccessibleText(name);
        setPrefColumnCount(6);
        setOnAction(e -> keep());
        focusedProperty().subscribe(focused -> {
            if (!focused) keep();
        });
        setOnKeyPressed(e -> {
            if (e.getCode() != KeyCode.ESCAPE || getText().equals(kept)) return;
            setText(kept);
            e.consume();
        });
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
