package studio.parley.textnorm;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a kind of text is read; nothing if a match is not of the kind after all. */
record Rule(Pattern pattern, Function<MatchResult, Optional<String>> reading) {
    /** Not within a word or number. */
    static final String BEGIN = "(?<![\\p{L}\\p{N}])";
    static final String END = "(?![\\p{L}\\p{N}])";
    /** Digits, perhaps with commas between thousands, and decimals. */
    static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+";

    /** After a point that belongs to a word: a group that is set if it also ends the sentence. */
    static final String LAST = "(?=(\\s*$|\\s+[\"“‘']?(?-i:\\p{Lu}))?)";

    /** The point of a sentence that ends with an abbreviation, if the group behind {@link #LAST} is set. */
    static String stop(MatchResult match, int group) {
        return match.group(group) == null ? "" : ".";
    }

    static Rule of(String pattern, Function<MatchResult, String> reading) {
        return perhaps(pattern, m -> Optional.of(reading.apply(m)));
    }

    static Rule perhaps(String pattern, Function<MatchResult, Optional<String>> reading) {
        return new Rule(Pattern.compile(pattern, Pattern.UNICODE_CASE), reading);
    }

    /** The group, or nothing if it took no part in the match. */
    static Optional<String> group(MatchResult match, int group) {
        return Optional.ofNullable(match.group(group));
    }

    /** A table written as {@code key = value | key = value}, on any number of lines. */
    static Map<String, String> table(String text) {
        return Stream.of(text.strip().split("\\s*[|\n]\\s*")).map(e -> e.split(" = ", 2)).collect(Collectors.toUnmodifiableMap(e -> e[0], e -> e[1]));
    }

    /** Words between spaces. */
    static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    static boolean isSingular(String number) {
        return number.equals("1");
    }
}
