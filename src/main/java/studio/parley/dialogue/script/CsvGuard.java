package studio.parley.dialogue.script;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet from running a cell as a formula: a cell that begins with {@code = + - @}, a tab or a return gets an apostrophe
 * in front, and so does one that begins with apostrophes and then such a sign. {@link #opened} takes exactly that one away again.
 */
public final class CsvGuard {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private CsvGuard() {}

    /** A cell as it can be written. */
    public static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The cell that was guarded; other cells as they are. */
    static String opened(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
