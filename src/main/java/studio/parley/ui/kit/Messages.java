package studio.parley.ui.kit;

import java.text.MessageFormat;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The labels and messages of the window. A key's first part names the bundle: {@code script.find} is {@code find} in
 * {@code studio/parley/ui/script.properties}. Arguments are those of {@link MessageFormat}, but numbers have no thousands separators;
 * without arguments the text is used literally.
 */
public final class Messages {
    /** An argument without a format of its own, also inside a choice. */
    private static final Pattern PLAIN = Pattern.compile("\\{(\\d+)}");
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {}

    public static String of(String key, Object... arguments) {
        int dot = key.indexOf('.');
        var bundle = BUNDLES.computeIfAbsent(key.substring(0, dot), name -> ResourceBundle.getBundle("studio.parley.ui." + name));
        var text = bundle.getString(key.substring(dot + 1));
        return arguments.length == 0 ? text : new MessageFormat(ungrouped(text, arguments), bundle.getLocale()).format(arguments);
    }

    /** "Line 1234": a number is written the same way wherever it stands, in the history as in a notice. */
    private static String ungrouped(String text, Object[] arguments) {
        return PLAIN.matcher(text).replaceAll(m -> {
            int index = Integer.parseInt(m.group(1));
            return index < arguments.length && arguments[index] instanceof Number ? "{" + index + ",number,0.###}" : m.group();
        });
    }

    /** Whether the bundles contain this key. */
    public static boolean has(String key) {
        try {
            of(key);
            return true;
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
