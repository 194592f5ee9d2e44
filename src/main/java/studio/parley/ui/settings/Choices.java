package studio.parley.ui.settings;

import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.parley.ui.kit.Texts;

/** Words for values one chooses from a list. */
public final class Choices {
    private Choices() {}

    /** The text of {@code prefix} and the value. */
    public static StringConverter<String> texts(String prefix, List<String> values) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null ? "" : values.contains(value) ? Texts.of(prefix + value) : value;
            }

            @Override
            public String fromString(String text) {
                return values.stream().filter(v -> Texts.of(prefix + v).equals(text)).findFirst().orElse(text);
            }
        };
    }
}
