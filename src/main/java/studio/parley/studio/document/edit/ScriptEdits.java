package studio.parley.studio.document.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.Script;
import studio.parley.studio.document.model.Document;

/** Edits of a script as a text of many lines: each is one step of the history. */
public final class ScriptEdits {
    private ScriptEdits() {}

    /** So many ids that no line of the document has. */
    public static List<String> freshIds(Document document, int count) {
        var used = new HashSet<String>();
        for (var line : document.lines()) used.add(line.id());
        var out = new ArrayList<String>();
        for (int number = used.size() + 1; out.size() < count; number++) if (!used.contains("L" + number)) out.add("L" + number);
        return out;
    }

    /** A line without text before position {@code at}; the first line of a project adds its first speakers. */
    public static Edit begin(int at, String id, int speaker) {
        return Edit.of("Add line", d -> {
            var with = FirstSpeakers.in(d);
            int who = with.conversation().speakers().stream().anyMatch(s -> s.number() == speaker) ? speaker
                    : with.conversation().speakers().getFirst().number();
            return LineEdits.insert(at, List.of(Line.of(id, who, ""))).change().apply(with);
        });
    }

    /** Assigns lines to a new speaker; if the name exists, to that speaker. */
    public static Edit newSpeaker(Collection<String> lines, String name) {
        return Edit.of("Change speaker", d -> {
            var known = d.conversation().speakers().stream().filter(s -> s.name().equals(name.strip())).findFirst();
            int number = known.map(Speaker::number).orElseGet(() -> ProjectEdits.freshNumber(d));
            var with = known.isPresent() ? d : ProjectEdits.addSpeaker(Speaker.named(number, name)).change().apply(d);
            return LineEdits.speaker(lines, number).change().apply(with);
        });
    }

    /** Copies of lines, with their takes and all clip edits, after the last of them. */
    public static Edit duplicate(Collection<String> ids, List<String> copies) {
        var wanted = Set.copyOf(ids);
        return Edit.of(wanted.size() == 1 ? "Duplicate line" : "Duplicate " + wanted.size() + " lines", d -> {
            var all = new ArrayList<>(d.lines());
            var made = new ArrayList<Line>();
            var twins = new HashMap<String, String>();
            int at = 0;
            for (int i = 0; i < all.size(); i++) {
                var l = all.get(i);
                if (!wanted.contains(l.id()) || made.size() >= copies.size()) continue;
                twins.put(copies.get(made.size()), l.id());
                made.add(l.withId(copies.get(made.size())));
                at = i + 1;
            }
            all.addAll(at, made);
            var decorations = new HashMap<>(d.decorations());
            twins.forEach((copy, of) -> decorations.put(copy, d.decoration(of)));
            return d.withLines(all).withDecorations(decorations);
        });
    }

    /** Lines as script text, for copying. */
    public static String text(Document document, Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        var lines = document.lines().stream().filter(l -> wanted.contains(l.id())).toList();
        var numbers = new HashMap<Integer, Integer>();
        var speakers = new ArrayList<Speaker>();
        var renumbered = new ArrayList<Line>();
        for (var l : lines) {
            int number = numbers.computeIfAbsent(l.speaker(), n -> numbers.size());
            if (number == speakers.size()) speakers.add(Speaker.named(number, document.conversation().speaker(l.speaker()).name()));
            renumbered.add(l.withSpeaker(number).withDelivery(Delivery.INHERITED).withTakes(List.of(), l.chosen()));
        }
        return Script.write(new Conversation("", speakers, renumbered, Delivery.INHERITED));
    }
}
