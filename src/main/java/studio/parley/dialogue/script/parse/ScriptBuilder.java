package studio.parley.dialogue.script.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.source.ReadingNotices;
import studio.parley.dialogue.script.source.ScriptSource;

/**
 * Collects a conversation while a script is read: speakers are numbered in the order of their first line, lines get ids L1, L2, … Spellings
 * of a name that differ in case or spaces are one speaker, unless both were declared.
 */
public final class ScriptBuilder {
    private final ScriptSource source;
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final Spellings spellings = new Spellings();
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private String title = "";
    private int lowest;

    public ScriptBuilder(ScriptSource source) {
        this.source = source;
    }

    public void title(String text) {
        title = text;
    }

    public String title() {
        return title;
    }

    public boolean hasLines() {
        return !lines.isEmpty();
    }

    public ReadingNotices notices() {
        return source.notices();
    }

    /** The speaker with this name, new with the lowest free number if not seen before. */
    public Speaker speaker(String name) {
        var known = speakers.get(spellings.known(name.strip()));
        while (known == null && names.containsKey(lowest)) lowest++;
        return known != null ? known : add(name, lowest);
    }

    /** The speaker with this number, new with a generated name if not seen before. */
    public Speaker speaker(int number) {
        var name = names.get(number);
        return name != null ? Objects.requireNonNull(speakers.get(name)) : add("Speaker " + number, number);
    }

    public boolean knows(String name) {
        return speakers.containsKey(name.strip());
    }

    public boolean isFree(int number) {
        return !names.containsKey(number);
    }

    /** A name that is kept unchanged; from now on other declared spellings are different speakers. */
    public Speaker declare(String name) {
        var met = spellings.declare(name.strip());
        while (met.isEmpty() && names.containsKey(lowest)) lowest++;
        return met.map(speakers::get).orElseGet(() -> add(name, lowest));
    }

    public Speaker declare(String name, int number) {
        spellings.declare(name.strip());
        return add(name, number);
    }

    private Speaker add(String name, int number) {
        var speaker = Speaker.named(number, name);
        speakers.put(speaker.name(), speaker);
        names.put(number, speaker.name());
        return speaker;
    }

    public void reference(String name, Reference reference) {
        var speaker = declare(name);
        speakers.put(speaker.name(), speaker.with(reference));
    }

    /** Adds the text of one speaker from line {@code at}, which may contain directions and pauses and then becomes several lines. */
    public void say(int at, int speaker, String words, TimingRelation relation) {
        say(at, speaker, "", words, relation);
    }

    /** The same with a direction from before. */
    public void say(int at, int speaker, String direction, String words, TimingRelation relation) {
        var parsed = LineText.parse(words);
        if (parsed.hasAsides()) notices().at(at, "Sounds and directions are kept as directions and not spoken");
        var before = direction;
        for (var piece : parsed.pieces()) {
            if (piece.pauseMillis() > Line.LONGEST_PAUSE) throw source.problem(at, "The pause is longer than an hour. Shorten it.");
            add(at, speaker, new LineText.Piece(LineText.joined(before, piece.direction()), piece.pauseMillis(), piece.text()), relation);
            relation = new TimingRelation.After(0);
            before = "";
        }
    }

    /** Adds one line with literal text. */
    public void add(int at, int speaker, LineText.Piece piece, TimingRelation relation) {
        lines.add(new Line("L" + (lines.size() + 1), speaker, piece.text(), piece.direction(), (int) piece.pauseMillis(), relation,
                Delivery.INHERITED, List.of(), Optional.empty()));
        places.add(at);
    }

    public ParsedScript build(ScriptFormat format) {
        var people = new ArrayList<Speaker>();
        for (var entry : speakers.entrySet()) {
            var best = spellings.best(entry.getKey(), notices());
            var s = entry.getValue();
            people.add(new Speaker(s.number(), best, s.references(), s.delivery()));
        }
        return new ParsedScript(format, new Conversation(title, people, lines, Delivery.INHERITED), List.of(), places);
    }

    /** The spellings of names. The first spelling of a name stands for it until all are known. */
    private static final class Spellings {
        private final Map<String, String> firsts = new HashMap<>();
        private final Map<String, Map<String, Integer>> counts = new HashMap<>();
        private final java.util.Set<String> declared = new java.util.HashSet<>();

        /** The name under which this one is already known, if it is. */
        public Optional<String> declare(String name) {
            if (declared.contains(name)) return Optional.of(name);
            var met = Optional.ofNullable(firsts.putIfAbsent(SpeakerNameRules.fold(name), name)).filter(first -> !declared.contains(first));
            declared.add(met.orElse(name));
            return met;
        }

        String known(String name) {
            var first = declared.contains(name) ? name : firsts.computeIfAbsent(SpeakerNameRules.fold(name), f -> name);
            counts.computeIfAbsent(first, f -> new LinkedHashMap<>()).merge(name, 1, Integer::sum);
            return first;
        }

        /** The spelling to show: the declared one, else one in mixed case, else the most frequent. */
        String best(String first, ReadingNotices notices) {
            var ways = counts.getOrDefault(first, Map.of(first, 1));
            var best = first;
            if (!declared.contains(first)) {
                for (var way : ways.entrySet()) if (rank(way) > rank(Map.entry(best, ways.getOrDefault(best, 0)))) best = way.getKey();
            }
            if (ways.size() > 1) notices.say("Spellings of the same name were joined: " + String.join(", ", ways.keySet()) + " are one speaker, " + best + ".");
            return best;
        }

        private static int rank(Map.Entry<String, Integer> way) {
            boolean mixed = !SpeakerNameRules.isCapitals(way.getKey()) && Character.isUpperCase(way.getKey().codePointAt(0));
            return way.getValue() + (mixed ? 1_000_000 : 0);
        }
    }
}
