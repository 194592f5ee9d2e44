package studio.parley.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Labels for values in a list. */
public final class ChoiceBoxes {
    private ChoiceBoxes() {}

    /** For lists that are not editable: only from value to label. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        };
    }

    /** The text of {@code prefix} and the value; a value that is not one of {@code values} is shown unchanged. */
    public static StringConverter<String> texts(String prefix, List<String> values) {
        return words(value -> values.contains(value) ? Messages.of(prefix + value) : value);
    }
}
