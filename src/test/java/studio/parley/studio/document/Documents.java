package studio.parley.studio.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.Marker;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.document.model.Pronunciation;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.studio.document.model.TakeInputs;
import studio.parley.studio.document.model.TakeSlice;
import studio.parley.studio.document.model.Track;

/** Documents and edits for tests, drawn from a seed. */
public final class Documents {
    private static final String[] WORDS = {"Did", "you", "see", "that", "light?", "Zoë", "\"quoted\"", "<b>", "日本", "😀", "\\", "a\nb", "", "\ud83d", "\ude00", "e\u0301",
        "👨\u200d👩\u200d👧", "a\u0000b", "c\u0085d", "\t"};
    private static final TimingRelation[] RELATIONS = {TimingRelation.NEXT, TimingRelation.INTERRUPTS, new TimingRelation.Together(), new TimingRelation.PinnedAt(1234), new TimingRelation.After(0)};

    private Documents() {}

    public static Take take(String id, String clip) {
        return new Take(id, clip.repeat(64).substring(0, 64), new TakeRecipe("m", Long.MIN_VALUE + 7, 0.9, 50, 4000, List.of("c1", "c2")), 24000, 24000, List.of("too quiet"));
    }

    public static Document lighthouse() {
        var ann = new Speaker(0, "Ann", List.of(new Reference("references/ann.wav")), Delivery.CLONE);
        var ben = Speaker.named(3, "Ben");
        var lines = List.of(Line.of("L1", 0, "Did you see that?"), Line.of("L2", 3, "See what?"), Line.of("L3", 0, "That light."));
        return Document.of(new Conversation("The Lighthouse", List.of(ann, ben), lines, Delivery.STANDARD));
    }

    /** Any document: every field of every part takes unusual values now and then. */
    public static Document random(Random r) {
        var speakers = new ArrayList<Speaker>();
        var tracks = new HashMap<Integer, Track>();
        for (int i = 0; i <= r.nextInt(4); i++) {
            speakers.add(new Speaker(i * 2, "Speaker " + text(r).replaceAll("\\s+", " ").strip() + i, r.nextBoolean() ? List.of(new Reference("/tmp/r " + i + ".wav")) : List.of(), delivery(r)));
            var note = new ReferenceMetadata("calm", "Ann, 2026", text(r), false, r.nextInt(500), 0);
            tracks.put(i * 2, new Track("#12ab0" + i, r.nextInt(20) - 10.5, r.nextBoolean(), r.nextBoolean(), r.nextBoolean() && !speakers.getLast().references().isEmpty() ? Map.of("/tmp/r " + i + ".wav", note) : Map.of(), r.nextInt(5) / 4.0 - 0.5));
        }
        var lines = new ArrayList<Line>();
        var decorations = new HashMap<String, LineSettings>();
        for (int i = 0; i < r.nextInt(12); i++) line(r, "L" + i, speakers, lines, decorations);
        var markers = r.nextBoolean() ? List.of(new Marker("M1", r.nextInt(100000), text(r))) : List.<Marker>of();
        var words = r.nextBoolean() ? List.of(new Pronunciation("Siobhan", "Shivawn")) : List.<Pronunciation>of();
        var settings = new ProjectSettings(r.nextLong(), r.nextBoolean() ? Optional.of("csm") : Optional.empty(), ContextSelection.Preset.values()[r.nextInt(3)], r.nextBoolean(), text(r), -r.nextInt(30), r.nextInt(4));
        return new Document(new Conversation(text(r), speakers, lines, delivery(r)), decorations, tracks, markers, words, settings, Map.of());
    }

    private static void line(Random r, String id, List<Speaker> speakers, List<Line> lines, Map<String, LineSettings> decorations) {
        var takes = new ArrayList<Take>();
        var stars = new HashMap<String, Integer>();
        var heard = new HashMap<String, TakeInputs>();
        for (int t = 1; t <= r.nextInt(4); t++) {
            takes.add(take("T" + t, "" + r.nextInt(10)));
            if (r.nextBoolean()) stars.put("T" + t, 1 + r.nextInt(5));
            if (r.nextInt(4) == 0) heard.put("T" + t, TakeInputs.recorded(text(r), 3));
            else if (r.nextBoolean()) heard.put("T" + t, new TakeInputs(text(r), 3, 0.75, 20, 0, r.nextLong(), "csm",
                    List.of(new TakeInputs.HeardReference(0, "a.wav", "x|0|0")), List.of(new TakeInputs.HeardLine("L0", 0, text(r), "aa")),
                    Optional.of(new ContextSelection(Optional.of(ContextSelection.Preset.SCENE), Set.of("L1"), Set.of("L0")))));
        }
        var chosen = takes.isEmpty() || r.nextBoolean() ? Optional.<String>empty() : Optional.of("T1");
        lines.add(new Line(id, speakers.get(r.nextInt(speakers.size())).number(), text(r), text(r), r.nextInt(3) * 250, RELATIONS[r.nextInt(RELATIONS.length)], delivery(r), takes, chosen));
        var listening = r.nextBoolean() ? ContextSelection.INHERITED : new ContextSelection(Optional.of(ContextSelection.Preset.SCENE), Set.of("L0", "L1"), Set.of("L2"), r.nextBoolean() ? "calm" : "");
        if (r.nextBoolean()) decorations.put(id, new LineSettings(r.nextInt(10) / 3.0, r.nextInt(50), r.nextInt(50), r.nextInt(50), r.nextInt(50), r.nextBoolean() ? 1 : 0.5 + r.nextInt(1500) / 1000.0, r.nextBoolean(), r.nextBoolean(), listening, stars, heard,
                takes.isEmpty() || r.nextBoolean() ? Map.of() : Map.of("T1", new TakeSlice(r.nextInt(400), 1 + r.nextInt(400), text(r))), r.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(r.nextInt(4))));
    }

    /** Any edit; many change nothing, as happens. */
    public static Edit edit(Random r, Document d) {
        var id = d.lines().isEmpty() ? "L0" : d.lines().get(r.nextInt(d.lines().size())).id();
        int speaker = d.conversation().speakers().isEmpty() ? 0 : d.conversation().speakers().get(r.nextInt(d.conversation().speakers().size())).number();
        return switch (r.nextInt(16)) {
            case 0, 1, 2 -> LineEdits.type(id, text(r));
            case 3 -> d.conversation().speakers().isEmpty() ? ProjectEdits.title("x") : LineEdits.insert(r.nextInt(5), List.of(Line.of(ScriptEdits.freshIds(d, 1).getFirst(), speaker, text(r))));
            case 4 -> LineEdits.remove(List.of(id));
            case 5 -> LineEdits.move(List.of(id), r.nextInt(6));
            case 6 -> LineEdits.split(id, r.nextInt(5), ScriptEdits.freshIds(d, 1).getFirst());
            case 7 -> LineEdits.merge(id);
            case 8 -> LineEdits.relation(id, RELATIONS[r.nextInt(RELATIONS.length)]);
            case 9 -> TakeEdits.gain(List.of(id), r.nextInt(20) - 10);
            case 10 -> TakeEdits.lock(List.of(id), r.nextBoolean());
            case 11 -> TakeEdits.stars(id, "T1", r.nextInt(6));
            case 12 -> ProjectEdits.mute(speaker, r.nextBoolean());
            case 13 -> TestEdits.markers("Marker", List.of(new Marker("M" + r.nextInt(3), r.nextInt(9999), text(r))));
            case 14 -> ProjectEdits.addSpeaker(Speaker.named(ProjectEdits.freshNumber(d), "New " + ProjectEdits.freshNumber(d) + r.nextInt()));
            default -> ProjectEdits.title(text(r));
        };
    }

    static String text(Random r) {
        var out = new StringBuilder();
        for (int i = 0; i < r.nextInt(5); i++) out.append(WORDS[r.nextInt(WORDS.length)]).append(' ');
        return out.toString().strip();
    }

    private static Delivery delivery(Random r) {
        return switch (r.nextInt(4)) {
            case 0 -> Delivery.INHERITED;
            case 1 -> Delivery.CLONE;
            case 2 -> new Delivery(null, null, 3000, null);
            default -> new Delivery(0.123456789, 7, null, r.nextLong());
        };
    }
}
