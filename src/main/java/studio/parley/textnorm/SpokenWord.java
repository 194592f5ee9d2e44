package studio.parley.textnorm;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A word that is heard when a text is read, in a form in which two spellings of it are equal: small letters, no accents, American spelling,
 * contractions in full, numbers in words.
 *
 * @param from and {@code to}: where it stands in the text; several words may come from one place ("25")
 * @param isOptional whether leaving it out changes nothing, since it is only one reading ("it's" has one of "it is" and "it has")
 * @param isName whether it begins with a capital letter though it begins no sentence
 */
public record SpokenWord(String key, int from, int to, boolean isOptional, boolean isName) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)*['’]?");
    private static final Map<String, String> WHOLE = Rule.table("""
            won't = will not | can't = can not | shan't = shall not | cannot = can not | gonna = going to | wanna = want to
            gotta = got to | lemme = let me | gimme = give me | em = them | ok = okay | o'clock = oclock | let's = let us
            y'all = you all | ma'am = madam | 'til = until | till = until | alright = all right | goin' = going | mr = mister
            mrs = missus | dr = doctor | grey = gray | cheque = check | programme = program | tyre = tire | plough = plow | mum = mom
            """);
    private static final Map<String, String> ENDS = Map.of("n't", "not", "'re", "are", "'ve", "have", "'ll", "will", "'m", "am");
    /** British to American, by the end of the word. */
    private static final List<String[]> SPELLINGS = List.of(new String[] {"(?<=\\w{3})our(s|ed|ing|ful|ite|able|less)?", "or$1"}, new String[] {"(?<=\\w{3})is(e|es|ed|ing|ation|ations)", "iz$1"},
            new String[] {"(?<=\\w{3})ys(e|es|ed|ing)", "yz$1"}, new String[] {"(?<=\\w{2}[bt])re(s?)", "er$1"}, new String[] {"(?<=\\w{2})ogue(s?)", "og$1"}, new String[] {"(?<=\\w{3}[aeo])ll(ed|ing|er|ers)", "l$1"},
            new String[] {"(?<=\\w{3})ence", "ense"});

    /** The words of a text in the order in which they are read. */
    public static List<SpokenWord> of(String text) {
        var out = new ArrayList<SpokenWord>();
        int at = 0;
        for (var reading : TextNormalizer.readings(text)) {
            add(out, text, at, reading.from());
            var spoken = WORD.matcher(reading.spoken());
            while (spoken.find()) {
                word(out, spoken.group(), reading.from(), reading.to(), false);
                // "10:00" is read as "ten", too.
                if (spoken.group().equals("o'clock")) out.add(out.removeLast().orNothing());
            }
            at = reading.to();
        }
        add(out, text, at, text.length());
        return out;
    }

    private SpokenWord orNothing() {
        return new SpokenWord(key, from, to, true, isName);
    }

    private static void add(List<SpokenWord> out, String text, int from, int to) {
        var matcher = WORD.matcher(text).region(from, to);
        while (matcher.find()) {
            boolean name = Character.isUpperCase(text.codePointAt(matcher.start())) && !beginsSentence(text, matcher.start());
            word(out, matcher.group(), matcher.start(), matcher.end(), name);
        }
    }

    private static boolean beginsSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before)) && ".!?:\n".indexOf(text.charAt(before)) < 0) before--;
        return before < 0 || !Character.isLetterOrDigit(text.charAt(before));
    }

    private static void word(List<SpokenWord> out, String written, int from, int to, boolean name) {
        var plain = Normalizer.normalize(written, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace('’', '\'');
        for (var part : full(plain).split(" ")) {
            if (part.equals("'s") || part.equals("'d")) out.add(new SpokenWord(part.equals("'s") ? "is" : "would", from, to, true, false));
            else if (!part.isEmpty()) out.add(new SpokenWord(american(part.replace("'", "")), from, to, false, name));
        }
    }

    /** A contraction in full; what "'s" and "'d" stand for is left open. */
    private static String full(String word) {
        var whole = WHOLE.get(word);
        if (whole != null) return whole;
        for (var end : ENDS.entrySet()) if (word.length() > end.getKey().length() && word.endsWith(end.getKey())) return word.substring(0, word.length() - end.getKey().length()) + " " + end.getValue();
        if (word.length() > 2 && (word.endsWith("'s") || word.endsWith("'d"))) return word.substring(0, word.length() - 2) + " " + word.substring(word.length() - 2);
        return word;
    }

    private static String american(String word) {
        for (var rule : SPELLINGS) {
            var as = word.replaceFirst(rule[0] + "$", rule[1]);
            if (!as.equals(word)) return as;
        }
        return word;
    }
}
