package studio.parley.dialogue.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Relation;
import studio.parley.dialogue.Speaker;

/** Collects a conversation while a script is read: speakers are numbered as they come up, lines get ids L1, L2, … */
final class ScriptBuilder {
    private final ScriptSource source;
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private String title = "";
    private int lowest;

    ScriptBuilder(ScriptSource source) {
        this.source = source;
    }

    void title(String text) {
        title = text;
    }

    String title() {
        return title;
    }

    boolean hasLines() {
        return !lines.isEmpty();
    }

    /** The speaker of this name, new with the lowest free number if not met before. */
    Speaker speaker(String name) {
        var known = speakers.get(name.strip());
        while (known == null && names.containsKey(lowest)) lowest++;
        return known != null ? known : declare(name, lowest);
    }

    /** The speaker of this number, new with a name made from it if not met before. */
    Speaker speaker(int number) {
        var name = names.get(number);
        return name != null ? speaker(name) : declare("Speaker " + number, number);
    }

    boolean knows(String name) {
        return speakers.containsKey(name.strip());
    }

    boolean isFree(int number) {
        return !names.containsKey(number);
    }

    Speaker declare(String name, int number) {
        var speaker = Speaker.named(number, name);
        speakers.put(speaker.name(), speaker);
        names.put(number, speaker.name());
        return speaker;
    }

    void reference(String name, Reference reference) {
        speakers.put(name.strip(), speaker(name).with(reference));
    }

    /** Adds the words of one speaker from line {@code at}, which may hold directions and pauses and so become several lines. */
    void say(int at, int speaker, String words, Relation relation) {
        for (var piece : Words.parse(words)) {
            if (piece.pauseMillis() > Line.LONGEST_PAUSE) throw source.problem(at, "a pause of more than an hour; shorten it.");
            add(speaker, piece, relation);
            relation = new Relation.After(0);
        }
    }

    /** Adds one line whose text is taken as it is. */
    void add(int speaker, Words.Piece piece, Relation relation) {
        lines.add(new Line("L" + (lines.size() + 1), speaker, piece.text(), piece.direction(), (int) piece.pauseMillis(), relation,
                Delivery.INHERITED, List.of(), Optional.empty()));
    }

    Conversation build() {
        return new Conversation(title, List.copyOf(speakers.values()), lines, Delivery.INHERITED);
    }
}
