package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;

class PartWordsTest {
    private static final String CLIP = "0".repeat(64);
    /** One word in each half second. */
    private static final TakeTranscript HEARD = new TakeTranscript("r", List.of(word("One", 0), word("two", 0.5), word("three", 1), word("four.", 1.5)));

    private static TakeTranscript.Word word(String text, double from) {
        return new TakeTranscript.Word(text, from + 0.1, from + 0.4, 1);
    }

    private static String shown(Edit edit) {
        var take = new Take("T1", CLIP, new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), 48000, 24000, List.of());
        var first = Line.of("L1", 0, "A");
        var line = new Line("L2", 0, "One, two: three four!", "", 0, new TimingRelation.After(1000), first.delivery(), List.of(take), Optional.empty());
        var before = new Line("L1", 0, "A", "", 0, TimingRelation.NEXT, first.delivery(), List.of(take), Optional.empty());
        var document = edit.change().apply(Document.of(new Conversation("t", List.of(Speaker.named(0, "Ann")), List.of(before, line), Delivery.INHERITED)));
        var arrangement = Arrangement.of(document, 24000);
        return new PartWords(document, clip -> Optional.of(HEARD), () -> { }).words(arrangement, arrangement.part("L2").orElseThrow()).stream()
                .map(w -> String.format(Locale.ROOT, "%s@%d-%d", w.text(), w.from(), w.to())).collect(Collectors.joining(" "));
    }

    @Test
    void wordsLieWhereTheLineLies() {
        assertEquals("One,@3100-3400 two:@3600-3900 three@4100-4400 four!@4600-4900", shown(Edit.of("x", d -> d)));
    }

    @Test
    void whatIsTrimmedAwayIsNotHeard() {
        assertEquals("two:@3100-3400 three@3600-3900", shown(TakeEdits.trim("L2", 500, 500)));
        assertEquals("One,@3000-3150 two:@3350-3650 three@3850-4150 four!@4350-4650", shown(TakeEdits.trim("L2", 250, 0)));
    }

    @Test
    void speedMovesThem() {
        assertEquals("One,@3050-3200 two:@3300-3450 three@3550-3700 four!@3800-3950", shown(Edit.of("x", d -> d.with("L2", d.decoration("L2").withSpeed(2)))));
    }
}
