package studio.parley.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Text to token ids, exactly as Hugging Face's tokenizers (the same library), with one difference: names of special tokens typed by a user
 * are ordinary text ({@link TokenizerFile}). Thread-safe; works without a network.
 */
public final class Tokenizer implements AutoCloseable {
    /** Characters passed to the library at once. */
    private static final int RUN = 1024;

    /** Ids with the text they stand for, including begin and end tokens: what a line costs in context. */
    public record Tokens(List<Integer> ids, List<String> pieces) {}

    private final HuggingFaceTokenizer library;
    private final Map<String, Integer> special;
    private final int bos;
    private final int eos;

    private Tokenizer(HuggingFaceTokenizer library, Map<String, Integer> special, int bos, int eos) {
        this.library = library;
        this.special = special;
        this.bos = bos;
        this.eos = eos;
    }

    /** Opens a {@code tokenizer.json}; begin and end tokens are those the file names. */
    public static Tokenizer open(Path file) {
        var read = TokenizerFile.read(file);
        return open(file, read, read.begin(), read.end());
    }

    /** Opens a {@code tokenizer.json} whose begin and end ids are known (from model.json). */
    public static Tokenizer open(Path file, int bos, int eos) {
        return open(file, TokenizerFile.read(file), bos, eos);
    }

    private static Tokenizer open(Path file, TokenizerFile read, int bos, int eos) {
        TokenizerLibrary.prepare();
        var options = Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
        try {
            var bytes = new ByteArrayInputStream(read.disarmed().getBytes(StandardCharsets.UTF_8));
            return new Tokenizer(HuggingFaceTokenizer.newInstance(bytes, options), read.special(), bos, eos);
        } catch (IOException | RuntimeException e) {
            throw TokenizerFile.broken(file, "the Hugging Face tokenizers library cannot read it", e);
        }
    }

    public int bos() {
        return bos;
    }

    public int eos() {
        return eos;
    }

    /** Ids of {@code text} alone, nothing added. */
    public int[] ids(String text) {
        return runs(wellFormed(text), RUN).stream().flatMapToLong(run -> Arrays.stream(library.encode(run, false, false).getIds()))
                .mapToInt(Math::toIntExact).toArray();
    }

    /**
     * The text of tokens, spaces included; special tokens have none. Characters of several tokens are joined; one of which a part is missing becomes
     * U+FFFD.
     */
    public String decode(List<Integer> tokens) {
        if (tokens.isEmpty()) return "";
        return library.decode(tokens.stream().mapToLong(Integer::longValue).toArray(), true);
    }

    /** A segment of the prompt: begin, {@code [speaker]text} (no space), end. */
    public int[] segment(int speaker, String text) {
        var words = ids("[" + speaker + "]" + text);
        var out = new int[words.length + 2];
        out[0] = bos;
        System.arraycopy(words, 0, out, 1, words.length);
        out[out.length - 1] = eos;
        return out;
    }

    /** {@code text} between begin and end tokens, each id with its entry in the vocabulary. */
    public Tokens tokens(String text) {
        var ids = new ArrayList<Integer>();
        var pieces = new ArrayList<String>();
        ids.add(bos);
        pieces.add(name(bos));
        for (var run : runs(wellFormed(text), RUN)) {
            var encoding = library.encode(run, false, false);
            for (long id : encoding.getIds()) ids.add(Math.toIntExact(id));
            pieces.addAll(List.of(encoding.getTokens()));
        }
        ids.add(eos);
        pieces.add(name(eos));
        return new Tokens(List.copyOf(ids), List.copyOf(pieces));
    }

    private String name(int id) {
        return special.entrySet().stream().filter(e -> e.getValue() == id).map(Map.Entry::getKey).findFirst().orElse("<" + id + ">");
    }

    /**
     * What is passed to the library at once. Its run time is quadratic in the text, so a long text is passed in parts: split before a space
     * between words, which no token crosses, or within a word that is longer than a whole part.
     */
    static List<String> runs(String text, int most) {
        var out = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > most) {
            int cut = from + most;
            while (cut > from + 1 && !isBetweenWords(text, cut)) cut--;
            if (cut == from + 1) cut = from + most;
            if (Character.isLowSurrogate(text.charAt(cut)) && Character.isHighSurrogate(text.charAt(cut - 1))) cut--;
            out.add(text.substring(from, cut));
            from = cut;
        }
        out.add(text.substring(from));
        return out;
    }

    private static boolean isBetweenWords(String text, int at) {
        return text.charAt(at) == ' ' && !Character.isWhitespace(text.charAt(at - 1)) && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    /** A lone surrogate is not a character: the library would reject it or worse. */
    private static String wellFormed(String text) {
        if (text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) return text;
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c));
        return out.toString();
    }

    @Override
    public void close() {
        library.close();
    }
}
