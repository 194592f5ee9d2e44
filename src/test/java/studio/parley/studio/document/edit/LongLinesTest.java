package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.Script;
import studio.parley.speech.text.LongText;

class LongLinesTest {
    private static final String LONG = "the quick brown fox jumps over the lazy dog and ".repeat(30).strip();

    @Test
    void aLongLineBecomesSeveralWithoutAPause() {
        var read = Script.parse("s.txt", "Ann: Hello.\nBen ^: (quietly) [pause 0.4] " + LONG + "\nAnn: Yes.\n", Optional.empty());
        var cut = LongLines.split(read);
        var split = cut.conversation();
        assertEquals(LONG, split.lines().stream().filter(l -> l.speaker() == 1).map(Line::text).collect(Collectors.joining(" ")));
        assertTrue(split.lines().size() > 4 && split.lines().stream().allMatch(l -> LongText.fits(l.text())));
        assertEquals(split.lines().size(), split.lines().stream().map(Line::id).distinct().count());
        var first = split.lines().get(1);
        assertEquals(List.of("quietly", 400, TimingRelation.INTERRUPTS), List.of(first.direction(), first.pauseMillis(), first.relation()));
        var second = split.lines().get(2);
        assertEquals(List.of("", 0, new TimingRelation.After(0)), List.of(second.direction(), second.pauseMillis(), second.relation()));
        assertEquals(TimingRelation.NEXT, split.lines().getLast().relation());
        assertTrue(cut.notices().getLast().startsWith("1 line is too long"));
        assertEquals(split.lines().size(), cut.sourceLines().size());
        assertEquals(List.of(1, 2, 2), cut.sourceLines().subList(0, 3));
        assertEquals(3, cut.sourceLines().getLast());
    }

    @Test
    void ofAnOrdinaryScriptNothingChanges() {
        var read = Script.parse("s.txt", "Ann: Hello.\nBen: Yes.\n", Optional.empty());
        assertSame(read, LongLines.split(read));
    }
}
