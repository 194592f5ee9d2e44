package studio.parley.dialogue.script.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.LineText;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.PrintedTime;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads Markdown with marked names: {@code **Name:** words}, {@code **Name** (quietly): words}, {@code **Name** — words}, also in lists,
 * quotes, headings and tables of speakers and lines, with the text on the same line or below. A paragraph ends at a blank line, the text
 * below a name alone at the next name. The first heading is the title; other headings, paragraphs and tables are skipped and counted. If
 * there are no names, a narrator reads everything but tables and code.
 */
public final class MarkdownFormat {
    private static final Pattern BLOCK = Pattern.compile("^(?:>\\s?|[-*+•]\\s+(?!\\*\\*?\\s)|\\d{1,4}[.)]\\s+){1,9}");
    private static final String NAME = "((?:[^*_\\[\\]()<>|]|(?<=[\\p{L}\\p{N}])_(?=[\\p{L}\\p{N}])){1,80}?)";
    private static final String ASIDE = "(?:\\s*[*_]?[(\\[]([^()\\[\\]]{1,80})[)\\]][*_]?|\\s*,\\s*\\*?_?(\\p{Ll}[^:*_]{0,40}?)\\*?_?)?";
    /** Name and colon or dash within and after the marks, in any order. */
    private static final Pattern MARKED = Pattern.compile("([*_]{1,4}|<(?:b|strong|i|em)>|`)\\[?" + NAME + "\\]?" + ASIDE
            + "\\s*([:：]|(?<=[\\p{Lu}\\d])\\.)?\\s*(?:\\*{1,3}_{0,2}|_{1,3}(?![\\p{L}\\p{N}])\\*{0,3}|</(?:b|strong|i|em)>|`)" + ASIDE
            + "\\s*([:：]|—|–|-(?=\\s)|\\|)?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern HEADING_NAME = Pattern.compile("\\**_*" + NAME + ASIDE + "_*\\**\\s*[:：]\\**_*\\s*(.*)");
    private static final Pattern RULE = Pattern.compile("[-*_=][-*_=\\s]+[-*_=]");

    private final ScriptSource source;
    private final TurnBuilder turns;
    private final boolean boldAlone;
    private final boolean namesHead;
    private final boolean headed;
    private final boolean narrated;
    /** Whether the speaker's name stood alone, so that everything below is spoken by them. */
    private boolean nameAlone;
    private final SpeakerEvidence evidence = SpeakerEvidence.of(List.of());

    private MarkdownFormat(ScriptSource source) {
        this.source = source;
        this.turns = new TurnBuilder(new ScriptBuilder(source), " ", false);
        this.boldAlone = recurs(bold(source.lines()));
        this.headed = MarkdownHeadings.areNames(source.lines());
        this.namesHead = headed || recurs(headings(source.lines()));
        this.narrated = !isMarked(source.lines().stream().filter(l -> !l.isBlank()).toList());
        for (var line : source.lines()) {
            var text = block(line);
            marked(text).ifPresent(s -> evidence.met(s.name()));
            if (isListed(line)) SpeakerLabel.of(text).filter(SpeakerLabel::isLikely).ifPresent(l -> evidence.met(l.name()));
            if (line.startsWith("#")) evidence.met(headingText(line));
        }
    }

    /** A name with its marks, the text in brackets, and the spoken text. */
    private record Spoken(String name, String direction, String words, boolean sure) {}

    public static ParsedScript read(ScriptSource source) {
        return new MarkdownFormat(source).read();
    }

    /** Whether names are marked in a text: with a colon, or repeatedly without one, or in headings or lists. */
    public static boolean isMarked(List<String> lines) {
        var names = lines.stream().flatMap(l -> marked(block(l)).stream()).filter(Spoken::sure).map(Spoken::name).toList();
        if (names.stream().anyMatch(n -> !SpeakerNameRules.isLabel(n)) || recurs(names)) return true;
        if (lines.stream().anyMatch(MarkdownTable::isOfSpeakers) || MarkdownHeadings.areNames(lines)) return true;
        var listed = lines.stream().filter(l -> isListed(l) && SpeakerLabel.isLikely(block(l))).toList();
        return recurs(bold(lines)) || recurs(headings(lines)) || listed.size() > 1 && 2 * listed.size() >= lines.size();
    }

    private static List<String> bold(List<String> lines) {
        return lines.stream().flatMap(l -> marked(block(l)).stream()).map(Spoken::name).toList();
    }

    private static List<String> headings(List<String> lines) {
        return lines.stream().filter(l -> l.startsWith("#")).map(MarkdownFormat::headingText).filter(SpeakerNameRules::isName).toList();
    }

    private static boolean recurs(List<String> names) {
        return names.size() > 2 && names.stream().map(SpeakerNameRules::fold).distinct().count() < names.size();
    }

    private static boolean isListed(String line) {
        return !block(line).equals(line.strip());
    }

    private ParsedScript read() {
        int at = frontMatter();
        while (at <= source.count()) {
            var line = source.line(at).strip();
            int end = passedBlock(at, line);
            if (line.isEmpty()) at++;
            else if (end > at) at = end;
            else at = paragraph(at, line);
        }
        turns.end();
        return turns.builder().build(ScriptFormat.MARKDOWN);
    }

    /** A heading, a speech or another paragraph; returns the line after it. */
    private int paragraph(int at, String line) {
        var heading = MarkdownHeadings.text(line);
        var spoken = spoken(line);
        if (spoken.isPresent()) {
            speech(at, spoken.get());
        } else if (heading.isPresent()) {
            heading(at, heading.get());
        } else if (RULE.matcher(line).matches()) {
            turns.builder().notices().passOver(at, "line", line);
        } else if (narrated && (source.isBlank(at - 1) || isListed(line) || turns.speaker().isEmpty())) {
            turns.turn(at, PlainFormat.NARRATOR, plain(block(line)), TimingRelation.NEXT);
        } else if (turns.speaker().isPresent() && (narrated || isOpen() || nameAlone || !source.isBlank(at - 1))) {
            goOn(at, line);
        } else {
            turns.loose(at, plain(block(line)), true, false);
        }
        return at + 1;
    }

    private boolean isOpen() {
        return !turns.hasWords();
    }

    private void goOn(int at, String line) {
        if (isOpen() || narrated) turns.more(at, plain(block(line)));
        else turns.loose(at, plain(block(line)), source.isBlank(at - 1));
    }

    private void speech(int at, Spoken spoken) {
        if (headed && source.line(at).startsWith("#")) turns.builder().notices().at(at, "A heading was read as the name of a speaker");
        nameAlone = spoken.words().isEmpty();
        turns.turn(at, spoken.name(), plain(spoken.words()), TimingRelation.NEXT);
        if (!spoken.direction().isEmpty()) turns.directHere(spoken.direction());
    }

    private void heading(int at, String text) {
        if (turns.builder().title().isEmpty() && turns.speaker().isEmpty()) turns.builder().title(plain(text));
        else if (narrated) turns.turn(at, PlainFormat.NARRATOR, plain(text), TimingRelation.NEXT);
        else turns.builder().notices().passOver(at, "heading", plain(text));
        turns.pause();
    }

    private Optional<Spoken> spoken(String line) {
        if (narrated) return Optional.empty();
        if (line.startsWith("#")) return headingName(line);
        var label = SpeakerLabel.of(block(line)).filter(l -> evidence.count(l.name()) > 0 && SpeakerNameRules.isName(l.name()) && !SpeakerNameRules.isLabel(l.name()));
        var marked = marked(block(line)).filter(s -> s.sure() ? !SpeakerNameRules.isLabel(s.name()) || evidence.count(s.name()) > 1
                : evidence.count(s.name()) > 1 || boldAlone && s.words().isEmpty());
        return marked.or(() -> label.map(l -> new Spoken(l.name(), "", l.words(), true)));
    }

    private Optional<Spoken> headingName(String line) {
        var text = headingText(line);
        var match = HEADING_NAME.matcher(text);
        if (match.matches() && SpeakerNameRules.isName(name(match.group(1)))) {
            return Optional.of(new Spoken(name(match.group(1)), aside(match.group(2), match.group(3)), match.group(4), true));
        }
        var bare = plain(text);
        boolean isSpeaker = (namesHead || evidence.count(bare) > 1) && SpeakerNameRules.isName(bare) && !SpeakerNameRules.isHeading(bare + ".");
        return isSpeaker ? Optional.of(new Spoken(bare, "", "", true)) : Optional.empty();
    }

    private static String headingText(String line) {
        return MarkdownHeadings.text(line).orElse("");
    }

    private static Optional<Spoken> marked(String text) {
        var m = MARKED.matcher(text);
        if (!m.matches()) return Optional.empty();
        var name = name(m.group(2));
        boolean colon = m.group(5) != null || m.group(8) != null;
        boolean bold = m.group(1).length() > 1;
        if (name.isEmpty() || !SpeakerNameRules.isName(name)) return Optional.empty();
        var direction = LineText.joined(aside(m.group(3), m.group(4)), aside(m.group(6), m.group(7)));
        boolean alone = m.group(9).isEmpty();
        if (!colon && !alone && !bold) return Optional.empty();
        return Optional.of(new Spoken(name, direction, m.group(9), colon));
    }

    /** "ChatGPT said" is ChatGPT. */
    private static String name(String text) {
        return SpeakerNameRules.tidy(text).replaceFirst("\\s+(?:said|says|asked|wrote|replied)$", "");
    }

    private static String aside(@org.jspecify.annotations.Nullable String brackets, @org.jspecify.annotations.Nullable String comma) {
        var text = brackets != null ? brackets : comma != null ? comma : "";
        return PrintedTime.isTime(text) ? "" : plain(text);
    }

    /** The line after front matter between lines of three dashes; its title becomes the script's title. */
    private int frontMatter() {
        if (source.count() < 3 || !source.line(1).strip().equals("---")) return 1;
        int end = 2;
        while (end <= source.count() && !source.line(end).strip().matches("---|\\.\\.\\.")) end++;
        if (end > source.count()) return 1;
        for (int at = 2; at < end; at++) {
            var title = Pattern.compile("(?i)title:\\s*[\"']?(.*?)[\"']?").matcher(source.line(at).strip());
            if (title.matches()) turns.builder().title(title.group(1));
            else if (!source.isBlank(at)) turns.builder().notices().passOver(at, "line of front matter", source.line(at));
        }
        return end + 1;
    }

    /** The line after a code block, a comment or a table; {@code at} if there is none. */
    private int passedBlock(int at, String line) {
        boolean fence = line.startsWith("```") || line.startsWith("~~~");
        boolean comment = line.startsWith("<!--");
        if (MarkdownTable.begins(source, at)) {
            turns.pause();
            return MarkdownTable.read(source, at, turns.builder());
        }
        if (!fence && !comment) return at;
        int end = at;
        if (fence) {
            do end++;
            while (end <= source.count() && !source.line(end).strip().startsWith(line.substring(0, 3)));
        } else {
            while (end <= source.count() && !source.line(end).contains("-->")) end++;
        }
        if (end > source.count()) return at;
        for (int i = at; i <= end; i++) if (!source.isBlank(i)) turns.builder().notices().passOver(i, fence ? "line of code" : "comment", source.line(i));
        return end + 1;
    }

    /** A line without quote and list markers. */
    private static String block(String line) {
        return BLOCK.matcher(line.strip()).replaceFirst("");
    }

    private static String plain(String text) {
        return MarkdownText.plain(text);
    }
}
