package studio.parley.recognition;

import java.util.ArrayList;
import java.util.List;
import studio.parley.tokenizer.Tokenizer;

/**
 * The tokens of words in a row.
 *
 * @param begins for each word the place of its first token, then their number
 * @param marks for each word the place of the first token of the marks behind it
 */
record WordTokens(List<Integer> ids, int[] begins, int[] marks) {
    static WordTokens of(WhisperInfo info, Tokenizer tokenizer, List<String> words) {
        var ids = new ArrayList<Integer>();
        var begins = new int[words.size() + 1];
        var marks = new int[words.size()];
        for (int i = 0; i < marks.length; i++) {
            begins[i] = ids.size();
            marks[i] = begins[i] + text(info, tokenizer, Departure.plain(words.get(i))).size();
            ids.addAll(text(info, tokenizer, words.get(i)));
            marks[i] = Math.min(marks[i], ids.size());
        }
        begins[marks.length] = ids.size();
        return new WordTokens(List.copyOf(ids), begins, marks);
    }

    private static List<Integer> text(WhisperInfo info, Tokenizer tokenizer, String word) {
        var out = new ArrayList<Integer>();
        for (int id : tokenizer.ids(" " + word)) if (info.tokens().isText(id)) out.add(id);
        return out;
    }
}
