package studio.parley.ui.settings;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A number field; empty means the default, which is then shown in grey. */
final class NumberField {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private NumberField() {}

    /** {@code changed} gets each valid number as it is typed, null for empty. */
    static TextField of(String id, @Nullable Double value, double least, double most, int decimals, @Nullable Double usual,
                        Consumer<@Nullable Double> changed) {
        var field = new TextField(value == null ? "" : words(value, decimals));
        field.setId(id);
        field.setMaxWidth(180);
        if (usual != null) field.setPromptText(words(usual, decimals));
        field.textProperty().subscribe((was, is) -> {
            var text = is.strip().replace(',', '.').replace('\u2212', '-');
            if (text.isEmpty()) {
                field.pseudoClassStateChanged(DANGER, false);
                changed.accept(null);
                return;
            }
            var number = number(text);
            boolean fits = number != null && number >= least && number <= most && (decimals > 0 || number == Math.rint(number));
            field.pseudoClassStateChanged(DANGER, !fits);
            if (fits) changed.accept(number);
        });
        return field;
    }

    /** Digits with a point, as people write numbers; not what only Java would parse, such as 1d or 0x1p3. */
    private static @Nullable Double number(String text) {
        return text.matches("[+-]?(\\d{1,20}(\\.\\d*)?|\\.\\d+)") ? Double.valueOf(text) : null;
    }

    static String words(double value, int decimals) {
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return decimals > 0 ? text.replaceFirst("\\.?0+$", "") : text;
    }
}
