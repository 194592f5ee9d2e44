package studio.parley.studio.export;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Marker;

/** A small rendered conversation with everything in it that an export must get right. */
final class Scenes {
    static final int RATE = 24000;

    private Scenes() {}

    /** Four lines by two speakers, one overlap, one line without a take; the sounds lie in the store. */
    static Document lighthouse(ClipStore clipStore) {
        var ann = Speaker.named(0, "Ann");
        var ben = Speaker.named(1, "Dr. \"Ben\" <O'Hara> & Co");
        var lines = List.of(spoken(clipStore, "L1", 0, "Did you see that, --> there?", 24000, TimingRelation.NEXT),
                spoken(clipStore, "L2", 1, "See <what>?\nOver \"there\"?", 12000, new TimingRelation.Overlap(300)),
                Line.of("L3", 0, "Never rendered."),
                spoken(clipStore, "L4", 0, "That light, Zoë & I.", 18000, new TimingRelation.After(250)));
        var document = Document.of(new Conversation("The Lighthouse", List.of(ann, ben), lines, Delivery.INHERITED));
        for (var edit : List.of(TakeEdits.gain(List.of("L4"), -6), TakeEdits.fades("L4", 50, 100), TakeEdits.trim("L4", 100, 50),
                ProjectEdits.gain(1, 3), TestEdits.markers("Add", List.of(new Marker("M1", 900, "Scene \"two\"")))))
            document = edit.change().apply(document);
        return document;
    }

    private static Line spoken(ClipStore clipStore, String id, int speaker, String text, int frames, TimingRelation relation) {
        var clip = clipStore.put(sound(frames, id.hashCode()));
        var take = new Take("T1", clip.hex(), new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), frames, RATE, List.of());
        var line = Line.of(id, speaker, text);
        return new Line(id, speaker, text, "", 0, relation, line.delivery(), List.of(take), Optional.empty());
    }

    /** Something like a voice: a tone with harmonics that comes and goes, and noise. */
    static Pcm sound(int frames, int seed) {
        var r = new Random(seed);
        var out = new float[frames];
        double pitch = 100 + r.nextInt(100);
        for (int i = 0; i < frames; i++) {
            double t = (double) i / RATE;
            double voice = Math.sin(2 * Math.PI * pitch * t) + 0.5 * Math.sin(4 * Math.PI * pitch * t) + 0.25 * Math.sin(14 * Math.PI * pitch * t);
            out[i] = (float) (0.3 * voice * (0.6 + 0.4 * Math.sin(20 * t)) + 0.01 * r.nextGaussian());
        }
        return Pcm.mono(RATE, out);
    }

    static Document edited(Document document, int seed) {
        var r = new Random(seed);
        var relation = r.nextBoolean() ? new TimingRelation.Overlap(r.nextInt(900)) : new TimingRelation.PinnedAt(r.nextInt(1500));
        for (var edit : List.of(LineEdits.relation("L4", relation), TakeEdits.gain(List.of("L2"), r.nextInt(12) - 6),
                TakeEdits.trim("L2", r.nextInt(300), r.nextInt(300)), TakeEdits.fades("L1", r.nextInt(1500), r.nextInt(900)))) document = edit.change().apply(document);
        return document;
    }
}
