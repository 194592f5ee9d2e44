package studio.parley.textnorm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Abbreviations, initials, acronyms and Roman numerals. */
final class WordRules {
    /** Before a name, so that the point never ends a sentence. */
    private static final Map<String, String> TITLES = Rule.table("""
            Dr = Doctor | Mr = Mister | Mrs = Missus | Ms = Miz | Prof = Professor | Gen = General | Col = Colonel | Sgt = Sergeant
            Capt = Captain | Lt = Lieutenant | Cpl = Corporal | Rev = Reverend | Hon = Honorable | Gov = Governor | Sen = Senator
            Rep = Representative | Mt = Mount | Fig = Figure | Vol = Volume
            """);
    private static final Map<String, String> ABBREVIATIONS = Rule.table("""
            Jr = Junior | Sr = Senior | Ave = Avenue | Blvd = Boulevard | Rd = Road | Inc = Incorporated | Ltd = Limited
            Corp = Corporation | Co = Company | Dept = Department | vs = versus | etc = et cetera | approx = approximately
            est = established | misc = miscellaneous
            """);
    private static final Map<String, String> LATIN = Map.of("e.g.", "for example", "i.e.", "that is");
    /** Read as words. */
    private static final Set<String> WORDS = Rule.words("""
            NASA NATO UNESCO UNICEF OPEC AIDS LASER RADAR SONAR SWAT NASDAQ PIN SIM RAM ROM JPEG GIF WIFI LAN ZIP SCUBA FEMA OSHA COVID OK
            I A AC TED IKEA LEGO FAQ ASAP YOLO LOL DOS BASIC JAVA MIDI WAV
            """);
    private static final Set<String> SPELLED = Set.of("AC", "FAQ", "ASAP");
    private static final Map<Character, Integer> ROMAN = Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);
    private static final String NUMBERED = "Chapter|Part|Act|Scene|Volume|Book|Section|Article|Level|Phase|Type|Class|Appendix|Episode|Season|World War|Super Bowl|Rocky|Apollo";
    private static final String RULER = "King|Queen|Pope|Emperor|Henry|Louis|Elizabeth|George|Edward|Richard|James|Charles|William|Mary|John|Paul|Pius|Benedict|Napoleon|Nicholas|Peter|Catherine|Philip|Frederick|Alexander|Ivan";

    static final List<Rule> RULES = List.of(
            Rule.of("(?i)" + Rule.BEGIN + "(?:e\\.g\\.|i\\.e\\.)", m -> LATIN.get(m.group().toLowerCase(Locale.ROOT))),
            Rule.of("\\bSt\\.(?=\\s+\\p{Lu})", m -> "Saint"),
            Rule.of("\\bSt\\.", m -> "Street"),
            Rule.of("\\b[Nn]os?\\.(?=\\s?\\d)", m -> "number"),
            Rule.of("\\bpp\\.(?=\\s?\\d)", m -> "pages"),
            Rule.of("\\bp\\.(?=\\s?\\d)", m -> "page"),
            Rule.of("\\b(" + names(TITLES) + ")\\.(?!\\p{L})", m -> TITLES.get(m.group(1))),
            Rule.of("\\b(" + names(ABBREVIATIONS) + ")\\.(?!\\p{L})" + Rule.LAST, m -> ABBREVIATIONS.get(m.group(1)) + Rule.stop(m, 2)),
            Rule.of("\\b(Mr|Mrs|Ms|Dr)(?=\\s+\\p{Lu})", m -> TITLES.get(m.group(1))),
            Rule.of(Rule.BEGIN + "((?:\\p{L}\\.){2,})" + Rule.LAST, m -> initials(m.group(1)) + Rule.stop(m, 2)),
            Rule.perhaps("\\b(" + RULER + ")\\s+([IVX]{1,6})\\b", m -> roman(m.group(2)).map(n -> m.group(1) + " the " + NumberWords.ordinal(n))),
            Rule.perhaps("\\b(" + NUMBERED + ")\\s+([IVXLC]{1,8})\\b", m -> roman(m.group(2)).map(n -> m.group(1) + " " + NumberWords.cardinal(n))),
            Rule.perhaps("\\b(\\p{Lu}{2,6})(s?)(?!\\p{L}|['’]\\p{Lu})", WordRules::acronym));

    private WordRules() {}

    private static String names(Map<String, String> of) {
        return of.keySet().stream().sorted((a, b) -> b.length() - a.length()).collect(Collectors.joining("|"));
    }

    /** "U.S.A." as "U S A". */
    private static String initials(String text) {
        return String.join(" ", text.toUpperCase(Locale.ROOT).split("\\."));
    }

    /** Letters one by one, unless they are known or look like a word: a vowel between consonants in four letters or more. */
    private static Optional<String> acronym(MatchResult m) {
        var letters = m.group(1);
        if (letters.equals("OK")) return Optional.of("okay");
        if (SPELLED.contains(letters)) return Optional.of(spelled(letters) + m.group(2));
        if (WORDS.contains(letters) || letters.length() >= 4 && letters.matches(".*[AEIOU].*")) return Optional.empty();
        boolean hasVowel = letters.matches(".*[AEIOUY].*");
        if (letters.length() == 3 && hasVowel && COMMON.contains(letters)) return Optional.empty();
        if (letters.length() == 2 && COMMON.contains(letters)) return Optional.empty();
        return Optional.of(spelled(letters) + m.group(2));
    }

    /** Short words that people write in capitals to stress them. */
    private static final Set<String> COMMON = Rule.words("""
            AM AN AS AT BE BY DO GO HE IF IN IS IT ME MY NO OF OH ON OR SO TO UP US WE HA AH ALL AND ANY ARE BAD BIG BUT CAN DAD DAY DID
            DIE END EVE FAR FOR GET GOD GOT HAD HAS HER HEY HIM HIS HOT HOW ITS LET LIE MAN MAY MEN MOM NEW NOT NOW OFF OLD ONE OUR OUT
            OWN PUT RED RUN SAD SAW SAY SEE SHE SIR SIT SIX SON TEN THE TOO TOP TRY TWO USE WAR WAS WAY WHO WHY WIN WON YES YET YOU BOY
            CAR CUT DOG CAT EAT EYE FUN GUN GUY JOB KEY LAW MAD MET PAY SET SUN WHA AIR AGO ASK ACT ADD AGE ART BED BOX BUY CRY DRY EGG
            FEW FIX FLY HIT ICE ILL KID LEG LOT LOW MIX
            """);

    private static String spelled(String letters) {
        return letters.chars().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining(" "));
    }

    private static int roman(char letter) {
        return ROMAN.getOrDefault(letter, 0);
    }

    /** Nothing if it is not written as the Romans' numbers are. */
    private static Optional<Integer> roman(String text) {
        if (!text.matches("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})") || text.isEmpty()) return Optional.empty();
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = roman(text.charAt(i));
            sum += i + 1 < text.length() && roman(text.charAt(i + 1)) > value ? -value : value;
        }
        return Optional.of(sum);
    }
}
