package studio.parley.studio.document.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.studio.document.model.Document;

/**
 * A text that is about to become lines: its format, its lines, and for each of its speakers the speaker in the document. A value to look at
 * and to change ({@link #with}) before it is applied by {@link #insert}.
 *
 * @param pasted the text as read; its speakers and lines have numbers and ids of their own
 * @param targets who each pasted speaker becomes, by pasted number
 * @param notices about the reading: what was skipped and what was guessed
 * @param suggestions other candidates for a pasted speaker, most likely first, by pasted number; speakers without any are missing
 */
public record ScriptPaste(ScriptFormat form, Conversation pasted, List<String> notices, Map<Integer, Target> targets,
        Map<Integer, List<Target>> suggestions) {
    /** Who a pasted speaker becomes. */
    public sealed interface Target {
        /** An existing speaker of the document. */
        record Existing(int number) implements Target {}

        /** A new one; pasted speakers with the same new name become one. */
        record New(String name) implements Target {}
    }

    public ScriptPaste {
        notices = List.copyOf(notices);
        targets = Map.copyOf(targets);
        suggestions = Map.copyOf(suggestions);
    }

    /**
     * Reads a text in the detected format; names that exist in the document, in any letter case, are mapped to their speakers.
     *
     * @param narrator who speaks plain prose, if chosen (such as the speaker of the line with the cursor)
     * @throws studio.parley.problem.Problem if the text cannot be read, with the place
     */
    public static ScriptPaste of(Document document, String text, Optional<Integer> narrator) {
        return of(document, Script.parse("pasted text", text, Optional.empty()), narrator);
    }

    /** The same in a chosen format. */
    public static ScriptPaste of(Document document, String text, ScriptFormat form, Optional<Integer> narrator) {
        return of(document, Script.parse("pasted text", text, Optional.of(form)), narrator);
    }

    /** A script file, in the given or detected format. */
    public static ScriptPaste of(Document document, Path file, Optional<ScriptFormat> form) {
        return of(document, Script.parse(file, form), Optional.empty());
    }

    private static ScriptPaste of(Document document, ParsedScript read, Optional<Integer> narrator) {
        var parsed = LongLines.split(read);
        var pasted = parsed.conversation();
        var form = parsed.format();
        var notices = new ArrayList<>(parsed.notices());
        var targets = new LinkedHashMap<Integer, Target>();
        var suggestions = new HashMap<Integer, List<Target>>();
        for (var speaker : pasted.speakers()) {
            var likely = SpeakerNameMatcher.target(document, form, speaker, narrator).orElseGet(() -> SpeakerNameMatcher.fresh(speaker, targets));
            targets.put(speaker.number(), likely);
        }
        for (var speaker : pasted.speakers()) {
            var others = SpeakerNameMatcher.suggestions(document, pasted, speaker, targets);
            if (!others.isEmpty()) suggestions.put(speaker.number(), others);
        }
        return new ScriptPaste(form, pasted, notices, targets, suggestions);
    }

    /** The same with another target for a pasted speaker. */
    public ScriptPaste with(int pastedSpeaker, Target target) {
        var copy = new HashMap<>(targets);
        copy.put(pastedSpeaker, target);
        return new ScriptPaste(form, pasted, notices, copy, suggestions);
    }

    /** Inserts the lines before position {@code at}, with new speakers after the existing ones: one step. */
    public Edit insert(int at) {
        int count = pasted.lines().size();
        return Edit.of(count == 1 ? "Paste line" : "Paste " + count + " lines", d -> into(d, at));
    }

    /** Who a pasted speaker becomes. */
    public Target target(int pasted) {
        return Objects.requireNonNull(targets.get(pasted));
    }

    /** The ids the lines will have in a document, in order: to select them. */
    public List<String> ids(Document document) {
        return ScriptEdits.freshIds(document, pasted.lines().size());
    }

    /** All speakers afterwards, those of the document first, and the number of each pasted one. */
    public record Cast(List<Speaker> speakers, Map<Integer, Integer> numbers) {
        public Cast {
            speakers = List.copyOf(speakers);
            numbers = Map.copyOf(numbers);
        }

        /** The number in the document of a speaker of the pasted text. */
        public int number(int pasted) {
            return Objects.requireNonNull(numbers.get(pasted));
        }
    }

    /** The speakers of a document after the paste. */
    public Cast cast(Document document) {
        var wanted = targets.values().stream().flatMap(t -> t instanceof Target.Existing(int number) ? Stream.of(number) : Stream.empty()).toList();
        boolean replaces = isUnbegun(document) && !pasted.lines().isEmpty();
        var staying = document.conversation().speakers().stream().filter(s -> !replaces || wanted.contains(s.number()) || !isPlaceholder(document, s));
        var speakers = new ArrayList<>(staying.toList());
        var numbers = new HashMap<Integer, Integer>();
        for (var speaker : pasted.speakers()) numbers.put(speaker.number(), number(speaker, speakers));
        return new Cast(speakers, numbers);
    }

    private Document into(Document d, int at) {
        var cast = cast(d);
        var speakers = cast.speakers();
        var ids = ids(d);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < ids.size(); i++) {
            var l = pasted.lines().get(i);
            lines.add(l.withId(ids.get(i)).withSpeaker(cast.number(l.speaker())));
        }
        var old = d.conversation();
        if (isUnbegun(d) && !lines.isEmpty()) return d.with(new Conversation(old.title().isEmpty() ? pasted.title() : old.title(), speakers, lines, old.delivery()));
        var all = new ArrayList<>(d.lines());
        all.addAll(Math.clamp(at, 0, all.size()), lines);
        return d.with(new Conversation(old.title(), speakers, all, old.delivery()));
    }

    /** Whether a speaker was added with an empty line, or has a generated name, and is unused otherwise. */
    private static boolean isPlaceholder(Document d, Speaker s) {
        return d.isBare(s) && (s.name().matches(".*\\d") || d.lines().stream().anyMatch(l -> l.speaker() == s.number()));
    }

    /** Whether the script is still empty: then the pasted script replaces the empty lines and their speakers. */
    static boolean isUnbegun(Document d) {
        return d.lines().stream().noneMatch(l -> l.isSpoken() || !l.takes().isEmpty() || l.pauseMillis() > 0);
    }

    /** The number of a pasted speaker's target, who is added if necessary. */
    private int number(Speaker pastedSpeaker, List<Speaker> speakers) {
        var target = targets.get(pastedSpeaker.number());
        if (target instanceof Target.Existing(int number) && speakers.stream().anyMatch(s -> s.number() == number)) return number;
        var name = (target instanceof Target.New(String chosen) ? chosen : pastedSpeaker.name()).strip();
        var known = speakers.stream().filter(s -> s.name().equals(name)).findFirst();
        if (known.isPresent()) return known.get().number();
        int free = 0;
        while (has(speakers, free)) free++;
        speakers.add(new Speaker(free, name, pastedSpeaker.references(), pastedSpeaker.delivery()));
        return free;
    }

    private static boolean has(List<Speaker> speakers, int number) {
        return speakers.stream().anyMatch(s -> s.number() == number);
    }
}
