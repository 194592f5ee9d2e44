package studio.parley.dialogue.script.format;

import java.util.regex.Pattern;

/**
 * Prevents a spreadsheet from running a cell as a formula: a cell that begins with {@code = + - @}, a tab or a return is prefixed with an
 * apostrophe, and so is one that begins with apostrophes followed by such a character. {@link #opened} removes exactly that apostrophe
 * again.
 */
public final class CsvGuard {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private CsvGuard() {}

    /** A cell that is safe to write. */
    public static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The original of a guarded cell; other cells unchanged. */
    public static String opened(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
