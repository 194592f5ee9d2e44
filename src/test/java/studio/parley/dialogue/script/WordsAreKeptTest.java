package studio.parley.dialogue.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.problem.Problem;

/**
 * Every word of a random text of every kind is in a line, a direction, a name or the title, or stands on a source line that a
 * notice names.
 */
class WordsAreKeptTest {
    private static final String[] NAMES = {"Jana", "BOB", "Dr. Ann", "Zoë", "jana", "田中", "O’Brien", "SPEAKER_00", "The Host", "Note", "Mr. Who"};
    private static final String[] STARTS = {"%s: ", "%s:", "**%s:** ", "**%s** — ", "[00:01:02] %s: ", "0:0%d %s: ", "%s  0:03\n", "[%s] ", "(%s) ", "%s. ", "%s\n",
        ">> %s: ", ">> ", "- ", "<v %s>", "[S%d] ", "[%d]", "%s,", "%s\t", "\"%s\": ", "%s (quietly): ", "@%s\n", "%s ^\n", "12/03/24, 18:02 - %s: ", "| %s | ",
        "## %s\n", "> **%s**: ", "%s — Today at 6:02 PM\n", "__%s__: ", "- *%s:* ", "### %s\n\n", "> THE END < ", ">> %s: One. >> ", "[S%d] a [%d] ", "10:30 ", "00:10 %s - ", "%s:\n", ": ", "", "", "    "};
    private static final String[] ENDS = {"\n", "\n\n", ".\n", "\n  \n", "!\n\n", " (laughs)\n", " [door slams]\n", " *sighs*\n", "\r\n", " [00:01:03]\n", "|\n", "</v>\n\n"};
    private static final String[] FRAMES = {"1\n00:00:01,000 --> 00:00:02,000\n", "00:03.000 --> 00:02.000\n", "x --> y\n", "WEBVTT\n\n", "NOTE %w\n\n", "STYLE\n%w\n\n",
        "(%w)\n", "[%w]\n", "♪ %w ♪\n", "/* %w */", "[[%w]]", "# %w\n", "= %w\n", "INT. %w - DAY\n\n", "CUT TO:\n\n", "%w\n\n", "Title: %w\n\n", "speaker,line\n",
        "ACT ONE\n\n", "Transcribed by %w\n", "---\n", "<!-- %w -->\n", "```\n%w\n```\n", "\u200b", "image omitted\n", "@voice Jana\n", "&amp; ",
        "[inaudible 00:00:22]\n", "ACT I\n", "SCENE 1. %w\n", "Enter %w\n", "| %w | %w |\n|---|---|\n| %w | a |\n", "| Speaker | Line |\n|---|---|\n| Jana | %w |\n",
        "/* %w\n%w */ %w\n", "[[%w\n%w]] %w\n", "\uFFFD"};
    private static final Pattern WORD = Pattern.compile("q\\p{L}{4,}");

    @Property(tries = 300)
    void inAnyText(@ForAll Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(14); i >= 0; i--) {
            if (random.nextInt(4) == 0) text.append(pick(FRAMES, random).replace("%w", word(random)));
            else text.append(start(random)).append(word(random)).append(' ').append(word(random)).append(pick(ENDS, random));
        }
        check(text.toString(), Optional.empty(), "x.txt");
        for (var format : ScriptFormat.values()) check(text.toString(), Optional.of(format), "x");
        for (var ending : List.of("x.md", "x.srt", "x.vtt", "x.fountain", "x.csv")) check(text.toString(), Optional.empty(), ending);
    }

    private static String start(Random random) {
        return pick(STARTS, random).replace("%s", pick(NAMES, random)).replace("%d", "" + random.nextInt(3));
    }

    private static String word(Random random) {
        var out = new StringBuilder("q");
        for (int i = 0; i < 6; i++) out.append((char) ('a' + random.nextInt(26)));
        return out.toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static void check(String text, Optional<ScriptFormat> format, String name) {
        ParsedScript parsed;
        try {
            parsed = Script.parse(name, text, format);
        } catch (Problem refused) {
            return;
        }
        var kept = kept(parsed);
        var noticed = noticedLines(parsed.notices());
        var lines = text.lines().toList();
        int first = 1;
        while (first < lines.size() && lines.get(first - 1).isBlank()) first++;
        boolean hasHeader = parsed.format() == ScriptFormat.CSV;
        for (int at = hasHeader ? first + 1 : 1; at <= lines.size(); at++) {
            for (var word : WORD.matcher(lines.get(at - 1)).results().map(m -> m.group()).toList()) {
                boolean isKept = kept.contains(word) || noticed.contains(at);
                assertTrue(isKept, "'" + word + "' of line " + at + " is lost as " + parsed.format() + " (" + name + ") in\n" + text + "\n" + parsed.notices());
            }
        }
    }

    private static String kept(ParsedScript parsed) {
        var out = new StringBuilder(parsed.conversation().title());
        parsed.conversation().speakers().forEach(s -> out.append('\n').append(s.name()));
        parsed.conversation().lines().forEach(l -> out.append('\n').append(l.text()).append('\n').append(l.direction()));
        parsed.notices().forEach(n -> out.append('\n').append(n));
        return out.toString();
    }

    /** The line numbers of "… line 3" and "… lines 3, 5–9 (…)". */
    private static List<Integer> noticedLines(List<String> notices) {
        var out = new ArrayList<Integer>();
        for (var notice : notices) {
            var match = Pattern.compile("skipped: (?:lines? )?([\\d, –]+)").matcher(notice);
            if (!match.find()) continue;
            for (var range : match.group(1).split(",")) {
                var ends = range.strip().split("–");
                if (ends[0].isBlank()) continue;
                for (int i = Integer.parseInt(ends[0].strip()); i <= Integer.parseInt(ends[ends.length - 1].strip()); i++) out.add(i);
            }
        }
        return out;
    }
}
