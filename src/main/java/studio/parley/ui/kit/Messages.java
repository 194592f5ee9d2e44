package studio.parley.ui.kit;

import java.text.MessageFormat;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All words of the window. A key's first part names the file: {@code script.find} is {@code find} in
 * {@code studio/parley/ui/script.properties}. Arguments as in {@link MessageFormat}; with none the text is taken as it is.
 */
public final class Messages {
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    private Messages() {}

    public static String of(String key, Object... arguments) {
        int dot = key.indexOf('.');
        var bundle = BUNDLES.computeIfAbsent(key.substring(0, dot), name -> ResourceBundle.getBundle("studio.parley.ui." + name));
        var text = bundle.getString(key.substring(dot + 1));
        return arguments.length == 0 ? text : new MessageFormat(text, bundle.getLocale()).format(arguments);
    }

    /** Whether there is such a text. */
    public static boolean has(String key) {
        try {
            of(key);
            return true;
        } catch (MissingResourceException e) {
            return false;
        }
    }
}
