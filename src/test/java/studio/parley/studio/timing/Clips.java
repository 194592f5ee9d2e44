package studio.parley.studio.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;

/** Documents with clips for tests of timing. */
final class Clips {
    static final int RATE = 24000;

    private Clips() {}

    /** Lines by turns of two speakers, of these lengths in milliseconds, 200 ms apart. */
    static Document of(int... millis) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < millis.length; i++) lines.add(line("L" + (i + 1), i % 2, "One two three four five", millis[i], 0, TimingRelation.NEXT));
        return document(lines);
    }

    static Document document(List<Line> lines) {
        var speakers = List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben"), Speaker.named(2, "Cat"));
        return Document.of(new Conversation("", speakers, lines, Delivery.INHERITED));
    }

    static Line line(String id, int speaker, String text, int millis, int pause, TimingRelation relation) {
        var takes = millis == 0 ? List.<Take>of() : List.of(take("T1", "clip" + id, millis));
        return new Line(id, speaker, text, "", pause, relation, Delivery.INHERITED, takes, Optional.empty());
    }

    static Take take(String id, String clip, int millis) {
        return new Take(id, clip, new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), (long) millis * RATE / 1000, RATE, List.of());
    }

    static Document random(Random r) {
        var lines = new ArrayList<Line>();
        int count = 1 + r.nextInt(8);
        for (int i = 0; i < count; i++) {
            int millis = r.nextInt(6) == 0 ? 0 : 80 * (1 + r.nextInt(30));
            int pause = r.nextInt(4) == 0 ? r.nextInt(700) : 0;
            lines.add(line("L" + i, r.nextInt(3), "One two three four five.", millis, pause, relation(r)));
        }
        var document = document(lines);
        for (var line : lines) {
            if (r.nextInt(3) == 0) document = document.with(line.id(), LineSettings.NONE.withTrim(r.nextInt(40), r.nextInt(40)).withGain(-r.nextInt(9)));
        }
        return document;
    }

    static TimingRelation relation(Random r) {
        return switch (r.nextInt(6)) {
            case 0 -> new TimingRelation.Overlap(r.nextInt(900));
            case 1 -> new TimingRelation.Together();
            case 2 -> new TimingRelation.PinnedAt(r.nextInt(6000));
            default -> new TimingRelation.After(r.nextInt(500));
        };
    }

    /** What is heard, every clip a noise of its own. */
    static float[] heard(Document document) {
        var sounds = new ClipCache(clip -> {
            var r = new Random(clip.hashCode());
            var out = new float[3 * RATE];
            for (int i = 0; i < out.length; i++) out[i] = (float) (0.1 * r.nextGaussian());
            return Pcm.mono(RATE, out);
        });
        var rendering = new MixRenderer(Arrangement.of(document, RATE), sounds);
        return rendering.read(0, (int) rendering.length()).samples(0);
    }
}
