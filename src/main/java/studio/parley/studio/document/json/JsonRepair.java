package studio.parley.studio.document.json;

import java.util.regex.Pattern;

/**
 * Repairs JSON written by other programs where no document value is possible: lone surrogates, which only escapes can produce, become
 * replacement characters, and infinite numbers become null, which means the default.
 */
public final class JsonRepair {
    private static final Pattern HALF = Pattern.compile("\\\\(?:u[dD][89abAB]\\p{XDigit}{2}\\\\u[dD][c-fC-F]\\p{XDigit}{2}"
            + "|(?<half>u[dD][89a-fA-F]\\p{XDigit}{2})|.)", Pattern.DOTALL);
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?(?:NaN|Infinity)");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.]*(?:[eE][-+]?[0-9]+)?");
    /** A number with so few digits is not infinite. */
    private static final int PLAIN = 300;
    private static final String BETWEEN = " \t\r\n,:[]{}\"";

    private JsonRepair() {}

    /** The same object if there is nothing to repair. */
    public static String of(String json) {
        var out = new StringBuilder();
        int kept = 0;
        for (int at = 0, end; at < json.length(); at = end) {
            end = end(json, at);
            if (isSound(json, at, end)) continue;
            var token = json.substring(at, end);
            var better = token.charAt(0) == '"' ? text(token) : word(token);
            if (better.equals(token)) continue;
            out.append(json, kept, at).append(better);
            kept = end;
        }
        return kept == 0 ? json : out.append(json, kept, json.length()).toString();
    }

    /** Strings without escapes, punctuation, plain numbers and the keywords of JSON: almost everything, and it is long. */
    private static boolean isSound(String json, int at, int end) {
        char first = json.charAt(at);
        if (first == '"') return json.indexOf('\\', at, end) < 0;
        return end - at < 3 || first == 't' || first == 'f' || first == 'n' || end - at < PLAIN && isPlain(json, at, end);
    }

    private static boolean isPlain(String json, int at, int end) {
        for (int i = at; i < end; i++) if (json.charAt(i) < '-' || json.charAt(i) > '9') return false;
        return true;
    }

    /** Where the string, the keyword or the single character at a position ends. */
    private static int end(String json, int at) {
        int end = at + 1;
        if (json.charAt(at) == '"') {
            while (end < json.length() && json.charAt(end) != '"') end += json.charAt(end) == '\\' ? 2 : 1;
            return Math.min(json.length(), end + 1);
        }
        if (BETWEEN.indexOf(json.charAt(at)) < 0) while (end < json.length() && BETWEEN.indexOf(json.charAt(end)) < 0) end++;
        return end;
    }

    private static String text(String token) {
        return token.contains("\\u") ? HALF.matcher(token).replaceAll(m -> m.group("half") == null ? "$0" : "\\\\ufffd") : token;
    }

    private static String word(String token) {
        boolean infinite = NUMBER.matcher(token).matches() && token.length() > 3 && Double.isInfinite(Double.parseDouble(token));
        return infinite || NO_NUMBER.matcher(token).matches() ? "null" : token;
    }
}
