package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of a table's columns, found from a header in any letter case and order.
 *
 * @param speaker, words, start, direction index of the column, -1 if there is none
 * @param fields number of columns
 * @param others headers of columns that are ignored
 */
public record CsvColumns(int speaker, int words, int start, int direction, int fields, List<String> others) {
    private static final List<String> SPEAKER = List.of("speaker", "character", "name", "role", "who", "voice", "actor", "person", "participant", "talker",
            "cast", "sender", "from", "author", "user", "username", "part", "sprecher", "sprecherin", "figur", "rolle", "personnage", "locuteur", "personaje",
            "hablante", "personaggio", "персонаж", "имя", "角色", "说话人", "話者", "角色名");
    private static final List<String> WORDS = List.of("dialogue", "dialog", "text", "transcript", "transcription", "words", "speech", "utterance", "content",
            "message", "sentence", "caption", "subtitle", "script", "phrase", "body", "said", "quote", "line", "lines", "prompt", "translation", "zeile",
            "replik", "réplique", "texte", "texto", "testo", "diálogo", "dialogo", "battuta", "текст", "реплика", "台词", "文本", "セリフ", "テキスト");
    private static final List<String> START = List.of("start", "starttime", "begin", "timecode", "timein", "in", "tcin", "time", "timestamp", "startzeit", "zeit",
            "début", "inicio", "inizio", "startseconds", "starts", "tc");
    private static final List<String> DIRECTION = List.of("direction", "directions", "delivery", "emotion", "tone", "style", "parenthetical", "acting", "manner",
            "instruction", "instructions", "note", "notes", "comment", "comments", "mood", "feeling", "action", "regie", "anweisung", "didascalie");
    private static final int LONGEST_HEADER = 4000;
    /** Columns of numbers, which contain no text to speak. */
    private static final Set<String> NUMBERS = Set.of("", "end", "endtime", "stop", "out", "tcout", "timeout", "duration", "number", "no", "nr", "id", "index",
            "row", "cue", "scene", "take", "stars", "flagged", "length", "ende", "fin", "dauer", "lineno", "linenumber", "endseconds");

    static Optional<CsvColumns> of(List<String> header, List<CsvTable.Row> rows) {
        var names = header.stream().map(CsvColumns::plain).toList();
        int speaker = find(header, names, SPEAKER, Set.of());
        int words = words(header, names, rows, speaker);
        if (words < 0) return Optional.empty();
        var taken = new TreeSet<>(List.of(speaker, words));
        int start = find(header, names, START, taken);
        taken.add(start);
        int direction = find(header, names, DIRECTION, taken);
        taken.add(direction);
        var others = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) if (!taken.contains(i) && !NUMBERS.contains(names.get(i))) others.add(header.get(i).strip());
        return Optional.of(new CsvColumns(speaker, words, start, direction, header.size(), others));
    }

    /** Whether a line names a column of text and one of speakers. */
    public static boolean isHeader(String line) {
        return line.length() < LONGEST_HEADER && of(CsvTable.fields(line), List.of()).filter(c -> c.speaker() >= 0).isPresent();
    }

    /** A column "line" with line numbers is not a text column if there is another one. */
    private static int words(List<String> header, List<String> names, List<CsvTable.Row> rows, int speaker) {
        var taken = new TreeSet<>(List.of(speaker));
        int found = find(header, names, WORDS, taken);
        if (found < 0 || rows.isEmpty() || !isNumbers(rows, found)) return found;
        taken.add(found);
        int other = find(header, names, WORDS, taken);
        return other < 0 ? found : other;
    }

    private static boolean isNumbers(List<CsvTable.Row> rows, int column) {
        return rows.stream().allMatch(r -> r.field(column).strip().matches("\\d*"));
    }

    /**
     * First a header that equals one of the words, in the order of preference, then one that contains one ("Speaker Name", "Spoken text").
     */
    private static int find(List<String> header, List<String> names, List<String> wanted, Set<Integer> taken) {
        for (var word : wanted) {
            for (int i = 0; i < names.size(); i++) if (!taken.contains(i) && names.get(i).equals(word)) return i;
        }
        for (var word : wanted) {
            for (int i = 0; i < names.size(); i++) if (!taken.contains(i) && !NUMBERS.contains(names.get(i)) && holds(header.get(i), word)) return i;
        }
        return -1;
    }

    private static boolean holds(String header, String word) {
        if (header.length() > 60) return false;
        var parts = Arrays.asList(lower(header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")).split("[^\\p{L}\\p{N}]+"));
        return parts.size() <= 4 && parts.contains(word) && parts.stream().noneMatch(Set.of("id", "number", "no", "nr", "count", "end")::contains);
    }

    private static String plain(String header) {
        return lower(header).replaceAll("\\([^()]{0,60}\\)|\\[[^\\[\\]]{0,60}\\]", "").replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
