package studio.parley.dialogue.script.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.format.SubtitleCues.Cue;
import studio.parley.dialogue.script.format.SubtitleCues.Text;
import studio.parley.dialogue.script.parse.Asides;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.parse.SpeakerEvidence;
import studio.parley.dialogue.script.parse.SpeakerLabel;
import studio.parley.dialogue.script.parse.SpeakerNameRules;
import studio.parley.dialogue.script.parse.TurnBuilder;
import studio.parley.dialogue.script.parse.UnnamedSpeakers;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Reads subtitles, SubRip and WebVTT: each cue is pinned at its start. The speakers are found by {@code <v Name>}, {@code NAME: words},
 * {@code [Name] words}, {@code (Name) words}, a name alone above the text, {@code >>} and leading dashes. Text without a name belongs to the
 * previous speaker; sounds are skipped.
 */
public final class SubtitleFormat {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]{1,100})?\\s+([^>]{1,200})>");
    private static final Pattern CHEVRONS = Pattern.compile("^(?:-\\s*)?(?:>>>?|»)\\s*");
    private static final Pattern DASH = Pattern.compile("^[-‐‑–—]\\s*(?=\\S)");
    private static final Pattern MUSIC = Pattern.compile("[♪♫♩♬#*\\s]*[♪♫♩♬].*|#\\s.*\\s#");
    private static final Pattern INLINE = Pattern.compile("(?<=[.!?…\"”’)\\]])" + SpeakerNameRules.NO_TITLE
            + "(?<!\\b\\p{L}\\.)\\s+(?=(\\p{Lu}[\\p{L}\\p{N} .'’&/-]{0,40}?)\\s?[:：](?:\\s|$))|\\s+(?=>>)");
    private static final Pattern BRACKET_NAME = Pattern.compile("^[\\[(]([^\\[\\]()]{1,60})[\\])]\\s*[:：]?\\s*(.*)$");

    private final ScriptBuilder builder;
    private final SpeakerEvidence evidence = SpeakerEvidence.of(List.of());
    private Optional<String> speaker = Optional.empty();
    /** A name that stood alone, for the text of the next cue. */
    private Optional<Stretch> waiting = Optional.empty();
    private final UnnamedSpeakers unnamed = new UnnamedSpeakers();

    private SubtitleFormat(ScriptBuilder builder) {
        this.builder = builder;
    }

    public static ParsedScript read(ScriptSource source, ScriptFormat format) {
        var turns = new SubtitleFormat(new ScriptBuilder(source));
        var cues = RollingCaptions.unrolled(SubtitleCues.of(source, format == ScriptFormat.WEBVTT), source.notices());
        for (var cue : cues) for (var line : cue.text()) turns.meet(line.text());
        for (var cue : cues) turns.cue(cue);
        turns.unheard();
        return turns.builder.build(format);
    }

    /** Records the names on a line. */
    private void meet(String raw) {
        VOICE.matcher(raw).results().forEach(m -> sure(CueText.plain(m.group(1))));
        for (var part : parts(CueText.plain(raw))) {
            var line = bare(part);
            var bracket = BRACKET_NAME.matcher(line);
            if (bracket.matches() && Asides.mayBeName(bracket.group(1))) met(bracket.group(1));
            SpeakerLabel.of(line).ifPresent(l -> {
                met(l.name());
                if (CHEVRONS.matcher(part).lookingAt()) sure(l.name());
            });
        }
    }

    private void sure(String name) {
        met(name);
        met(name);
    }

    private void met(String name) {
        evidence.met(name);
        unnamed.taken(name);
    }

    private static String bare(String line) {
        return DASH.matcher(CHEVRONS.matcher(line).replaceFirst("")).replaceFirst("");
    }

    private void cue(Cue cue) {
        var stretches = new ArrayList<Stretch>();
        long dashes = cue.text().stream().filter(t -> DASH.matcher(CueText.plain(t.text())).lookingAt()).count();
        boolean above = false;
        for (int i = 0; i < cue.text().size(); i++) {
            var line = cue.text().get(i);
            if (isCredit(line)) continue;
            for (var piece : voices(line)) {
                above = piece(piece, stretches, dashes > 1 || dashes == 1 && i > 0, i + 1 < cue.text().size(), above);
            }
        }
        TimingRelation relation = cue.start().isPresent() ? new TimingRelation.PinnedAt(cue.start().getAsInt()) : TimingRelation.NEXT;
        for (var stretch : stretches) relation = say(stretch, relation);
    }

    private boolean isCredit(Text line) {
        var plain = CueText.plain(line.text());
        if (!TurnBuilder.isCredit(plain)) return false;
        builder.notices().passOver(line.line(), "credit", plain);
        return true;
    }

    /** The text of one voice in a cue; {@code name} is empty for the previous speaker. */
    private record Stretch(int line, Optional<String> name, boolean turns, StringBuilder words) {}

    /** A part of a line, with its voice, if it has one. */
    private record Piece(int line, Optional<String> voice, String text) {}

    /** Splits a line at its voice spans. */
    private static List<Piece> voices(Text line) {
        var out = new ArrayList<Piece>();
        var match = VOICE.matcher(line.text());
        int from = 0;
        Optional<String> voice = Optional.empty();
        while (match.find()) {
            if (!CueText.plain(line.text().substring(from, match.start())).isEmpty()) {
                out.add(new Piece(line.line(), voice, line.text().substring(from, match.start())));
            }
            voice = Optional.of(SpeakerNameRules.tidy(CueText.plain(match.group(1)))).filter(n -> !n.isEmpty());
            from = match.end();
        }
        out.add(new Piece(line.line(), voice, line.text().substring(from)));
        return out;
    }

    /** Adds a part of a line; returns whether it was a name alone, for what follows. */
    private boolean piece(Piece piece, List<Stretch> stretches, boolean dashesTurn, boolean hasMore, boolean below) {
        if (piece.voice().isPresent()) {
            add(stretches, piece.line(), piece.voice(), true, CueText.plain(piece.text()));
            return false;
        }
        boolean above = below;
        for (var part : parts(CueText.plain(piece.text()))) above = part(piece.line(), part, stretches, dashesTurn, hasMore, above);
        return above;
    }

    /** Splits a line where another name begins in it: "Mine. BOB: Mine too.", or at a chevron. */
    private List<String> parts(String line) {
        var out = new ArrayList<String>();
        var match = INLINE.matcher(line);
        int from = 0;
        while (match.find()) {
            if (match.group(1) != null && !isInlineName(match.group(1))) continue;
            out.add(line.substring(from, match.start()));
            from = match.end();
        }
        out.add(line.substring(from));
        return out;
    }

    private boolean isInlineName(String name) {
        return SpeakerNameRules.isName(name) && (SpeakerNameRules.isCapitals(name) || evidence.count(name) > 0) && !SpeakerNameRules.isLabel(name);
    }

    private boolean part(int at, String text, List<Stretch> stretches, boolean dashesTurn, boolean hasMore, boolean below) {
        boolean chevrons = CHEVRONS.matcher(text).lookingAt();
        boolean dash = DASH.matcher(text).lookingAt();
        var line = bare(text);
        if (line.isBlank()) return below;
        boolean turn = chevrons || dash && dashesTurn;
        if (MUSIC.matcher(line).matches()) {
            builder.notices().passOver(at, "sound", line);
            return below;
        }
        var label = label(line, hasMore);
        if (label.isPresent()) {
            add(stretches, at, Optional.of(label.get().name()), true, label.get().words());
            return label.get().words().isBlank();
        }
        if (Asides.whole(line).isPresent()) {
            builder.notices().passOver(at, "sound", line);
            return below;
        }
        add(stretches, at, Optional.empty(), turn && !below, dash && !dashesTurn && !below ? bare(text) : line);
        return false;
    }

    /** A name at the beginning of a line, or alone on it with text below. */
    private Optional<SpeakerLabel> label(String line, boolean hasMore) {
        var bracket = BRACKET_NAME.matcher(line);
        if (bracket.matches()) {
            var name = SpeakerNameRules.tidy(bracket.group(1));
            if (bracket.group(2).isBlank() && !hasMore) return Optional.empty();
            if (isName(name)) return Optional.of(new SpeakerLabel(name, "", bracket.group(2), true));
            int comma = name.indexOf(',');
            boolean acted = comma > 0 && isName(name.substring(0, comma)) && !Asides.mayBeName(name.substring(comma + 1));
            return acted ? Optional.of(new SpeakerLabel(name.substring(0, comma), "", "(" + name.substring(comma + 1).strip() + ") " + bracket.group(2), true))
                    : Optional.empty();
        }
        var label = SpeakerLabel.of(line);
        if (label.isPresent()) return label.filter(this::isSpeaker);
        boolean alone = hasMore && line.length() <= 40 && SpeakerNameRules.isName(line)
                && (SpeakerNameRules.isCapitals(line) && line.length() > 1 && !SpeakerNameRules.isHeading(line + ".") || evidence.count(line) > 1);
        return alone ? Optional.of(new SpeakerLabel(SpeakerNameRules.tidy(line), "", "", true)) : Optional.empty();
    }

    private boolean isName(String inBrackets) {
        return Asides.mayBeName(inBrackets) || evidence.count(inBrackets) > 0;
    }

    private static boolean startsCapital(String name) {
        return !Character.isLowerCase(name.codePointAt(0));
    }

    /** Capitals are a name; otherwise it must occur again, or be followed by the beginning of a sentence. */
    private boolean isSpeaker(SpeakerLabel label) {
        var name = label.name();
        if (!SpeakerNameRules.isName(name)) return false;
        if (evidence.count(name) > 1) return true;
        if (SpeakerNameRules.isLabel(name) || !startsCapital(name)) return false;
        var words = label.words().strip();
        return SpeakerNameRules.isCapitals(name) || words.isEmpty() || name.split(" ").length <= 4 && !Character.isLowerCase(words.codePointAt(0));
    }

    private static void add(List<Stretch> stretches, int at, Optional<String> name, boolean turn, String words) {
        if (turn || stretches.isEmpty()) stretches.add(new Stretch(at, name, turn, new StringBuilder(words)));
        else stretches.getLast().words().append(' ').append(words);
    }

    /** A name followed by the next name without text. */
    private void unheard() {
        waiting.ifPresent(s -> builder.notices().passOver(s.line(), "name without text", s.name().orElseThrow()));
        waiting = Optional.empty();
    }

    private TimingRelation say(Stretch stretch, TimingRelation relation) {
        if (stretch.words().toString().isBlank()) {
            unheard();
            waiting = stretch.name().map(n -> new Stretch(stretch.line(), Optional.of(n), true, new StringBuilder()));
            speaker = stretch.name().or(() -> speaker);
            return relation;
        }
        if (stretch.name().isPresent() || stretch.turns()) unheard();
        waiting = Optional.empty();
        if (stretch.name().isPresent()) speaker = stretch.name();
        else if (stretch.turns()) speaker = Optional.of(unnamed.other(speaker));
        else if (speaker.isEmpty()) speaker = Optional.of(unnamed.first());
        else if (!unnamed.isOne(speaker.get())) builder.notices().at(stretch.line(), "A cue without a name was given to the previous speaker");
        builder.say(stretch.line(), builder.speaker(speaker.get()).number(), stretch.words().toString(), relation);
        return TimingRelation.NEXT;
    }
}
