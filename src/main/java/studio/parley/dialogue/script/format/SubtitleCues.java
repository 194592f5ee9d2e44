package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.parley.dialogue.script.parse.ScriptTime;
import studio.parley.dialogue.script.source.ScriptSource;

/** Timed blocks of text, as in SRT, WebVTT and YouTube's SBV. */
public final class SubtitleCues {
    private static final String CLOCK = "\\d{1,3}:[\\d:.,]{1,18}\\d|\\d{1,7}[.,]\\d{1,3}";
    private static final Pattern TIMES = Pattern.compile("\\s{0,9}(" + CLOCK + ")\\s{0,9}(?:-{1,3}\\s?>|–>|—>|→)\\s{0,9}(" + CLOCK + ")(?:\\s.*)?");
    private static final Pattern SBV = Pattern.compile("\\s{0,9}(\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3}),(\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3})\\s{0,9}");
    private static final Pattern ARROW = Pattern.compile("\\s*[^\\p{L}]*\\d[^\\s]*\\s*-->.*|\\s*\\S{0,20}\\s*-->\\s*[\\d:.,]+.*");

    /**
     * One cue.
     *
     * @param line where it stands in the file
     * @param start when it starts, in milliseconds; nothing when its time cannot be read
     * @param end when it ends, -1 when that is not known
     * @param text its lines
     */
    record Cue(int line, OptionalInt start, int end, List<Text> text) {}

    /** A line of a cue and its number. */
    record Text(int line, String text) {}

    private final ScriptSource source;
    private final boolean isWebVtt;
    private final List<Cue> cues = new ArrayList<>();
    /** Lines before the first cue or between blocks that do not belong to a cue yet. */
    private final List<Text> block = new ArrayList<>();

    private SubtitleCues(ScriptSource source, boolean isWebVtt) {
        this.source = source;
        this.isWebVtt = isWebVtt;
    }

    static List<Cue> of(ScriptSource source, boolean isWebVtt) {
        var cues = new SubtitleCues(source, isWebVtt);
        cues.read();
        return cues.cues;
    }

    /** Whether a line contains the times of a cue. */
    public static boolean isTiming(String line) {
        return TIMES.matcher(line).matches() || SBV.matcher(line).matches();
    }

    /** An arrow next to a number, or where a time is expected: after a blank line or the number of a cue. */
    private boolean isMeantAsTiming(int at) {
        var line = source.line(at);
        return line.contains("-->") && (ARROW.matcher(line).matches() || source.isBlank(at - 1) || source.line(at - 1).strip().matches("\\d{1,7}"));
    }

    private void read() {
        for (int at = isWebVtt ? behindHeader() : 1; at <= source.count(); at++) {
            var line = source.line(at);
            if (isWebVtt && source.isBlank(at - 1) && line.matches("(?:NOTE|STYLE|REGION)(?:\\s.*)?")) at = passOverBlock(at);
            else if (isTiming(line) || isMeantAsTiming(at)) begin(at);
            else block.add(new Text(at, line));
        }
        flush();
        for (var cue : cues) if (cue.text().isEmpty()) source.notices().passOver(cue.line(), "empty cue", "");
    }

    /** The line after WEBVTT and its metadata, which end with an empty line or a cue. */
    private int behindHeader() {
        int at = 1;
        while (at <= source.count() && source.isBlank(at)) at++;
        if (at > source.count() || !source.line(at).startsWith("WEBVTT")) return at;
        var remark = source.line(at).substring(6).strip();
        if (!remark.isEmpty()) source.notices().passOver(at, "header line", source.line(at));
        for (at++; at <= source.count() && !source.isBlank(at) && !isTiming(source.line(at)); at++) {
            boolean isId = at < source.count() && isTiming(source.line(at + 1));
            if (!isId) source.notices().passOver(at, "header line", source.line(at));
        }
        return at;
    }

    private int passOverBlock(int at) {
        var noun = source.line(at).startsWith("NOTE") ? "note line" : "style or region line";
        int end = at;
        while (end <= source.count() && !source.line(end).isBlank()) source.notices().passOver(end, noun, source.line(end++));
        return end;
    }

    /** A timing line: everything before it belongs to the previous cue, except the number or name of this one. */
    private void begin(int at) {
        if (!block.isEmpty() && isId(block.size() - 1)) {
            var id = block.removeLast();
            if (!id.text().matches("[\\da-f/\\s-]*")) source.notices().passOver(id.line(), "cue name", id.text());
        }
        flush();
        cues.add(timed(at));
    }

    /** A number directly above the times, or in WebVTT any line that is alone there. */
    private boolean isId(int last) {
        var text = block.get(last).text().strip();
        if (text.matches("\\d{1,7}")) return true;
        return isWebVtt && !text.isEmpty() && (last == 0 || block.get(last - 1).text().isBlank()) && !isAlonePartOfCue(last);
    }

    /** A separate line of a cue without text yet is its text, not the name of the next one. */
    private boolean isAlonePartOfCue(int last) {
        return !cues.isEmpty() && last > 0 && block.subList(0, last).stream().allMatch(t -> t.text().isBlank());
    }

    private Cue timed(int at) {
        var times = TIMES.matcher(source.line(at));
        if (!times.matches()) times = SBV.matcher(source.line(at));
        boolean isKnown = times.hasMatch() || times.matches();
        var start = isKnown ? ScriptTime.millis(times.group(1)) : OptionalInt.empty();
        int end = isKnown ? ScriptTime.millis(times.group(2)).orElse(-1) : -1;
        if (start.isEmpty()) source.notices().passOver(at, "time that is not valid (the cue follows the previous one)", source.line(at));
        else if (end >= 0 && end < start.getAsInt()) source.notices().at(at, "A cue ends before it starts; its text was kept");
        return new Cue(at, start, end, new ArrayList<>());
    }

    private void flush() {
        var words = block.stream().filter(t -> !t.text().isBlank()).toList();
        if (!cues.isEmpty()) cues.getLast().text().addAll(words);
        else words.forEach(t -> source.notices().passOver(t.line(), "line before the first cue", t.text()));
        block.clear();
    }
}
