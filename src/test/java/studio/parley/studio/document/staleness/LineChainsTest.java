package studio.parley.studio.document.staleness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.ContextSelection.Preset;
import studio.parley.studio.document.model.Document;

class LineChainsTest {
    private static Document document(Preset preset) {
        var lines = IntStream.rangeClosed(1, 6).mapToObj(i -> Line.of("L" + i, 0, "Words.")).toList();
        var d = Document.of(new Conversation("", List.of(Speaker.named(0, "Ann")), lines, Delivery.INHERITED));
        return d.with(d.settings().with(preset));
    }

    private static Document with(Document d, String line, ContextSelection choice) {
        return d.with(line, d.decoration(line).with(choice));
    }

    private static List<List<String>> chains(Document d, String... lines) {
        return LineChains.of(d, List.of(lines));
    }

    @Test
    void inAConversationEveryLineHearsThoseBefore() {
        assertEquals(List.of(List.of("L1", "L3", "L6")), chains(document(Preset.CONVERSATION), "L1", "L3", "L6"));
    }

    @Test
    void linesThatHearOnlyReferencesAreAlone() {
        assertEquals(List.of(List.of("L1"), List.of("L3"), List.of("L6")), chains(document(Preset.REFERENCES), "L6", "L1", "L3"));
    }

    /** L5 hears L1 by way of its pin, and L4 hears L5 not at all. */
    @Test
    void pinsJoinChains() {
        var d = document(Preset.REFERENCES);
        d = with(d, "L5", new ContextSelection(Optional.empty(), Set.of("L1", "L3"), Set.of()));
        assertEquals(List.of(List.of("L1", "L3", "L5"), List.of("L4"), List.of("L6")), chains(d, "L1", "L3", "L4", "L5", "L6"));
    }

    @Test
    void scenesWhoseLinesLeaveOutTheOthersAreApart() {
        var d = document(Preset.CONVERSATION);
        for (var line : List.of("L4", "L5", "L6")) d = with(d, line, new ContextSelection(Optional.empty(), Set.of(), Set.of("L1", "L2", "L3")));
        assertEquals(List.of(List.of("L1", "L2", "L3"), List.of("L4", "L5", "L6")), chains(d, "L1", "L2", "L3", "L4", "L5", "L6"));
    }

    @Test
    void manyLinesTakeNoTime() {
        var lines = IntStream.rangeClosed(1, 5_000).mapToObj(i -> Line.of("L" + i, 0, "Words.")).toList();
        var d = Document.of(new Conversation("", List.of(Speaker.named(0, "Ann")), lines, Delivery.INHERITED));
        var ids = lines.stream().map(Line::id).toList();
        assertEquals(1, LineChains.of(d, ids).size());
        assertEquals(5_000, LineChains.of(d.with(d.settings().with(Preset.REFERENCES)), ids).size());
    }
}
