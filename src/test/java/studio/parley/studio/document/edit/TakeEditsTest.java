package studio.parley.studio.document.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.studio.document.Documents;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.Document;

/** Edits of a line with three takes. */
class TakeEditsTest {
    private final Document before = with(with(with(Documents.lighthouse(), "T1", "a"), "T2", "b"), "T3", "c");

    private static Document with(Document d, String id, String clip) {
        return new TakeAdded("L2", Documents.take(id, clip), Optional.empty()).into(d);
    }

    private Document after(Edit... edits) {
        var d = before;
        for (var edit : edits) d = edit.change().apply(d);
        return d;
    }

    private static String takes(Document d) {
        var line = d.line("L2").orElseThrow();
        return String.join(" ", line.takes().stream().map(t -> t.id()).toList()) + ", " + line.sounding().map(t -> t.id()).orElse("none");
    }

    @Test
    void theChosenTakeSounds() {
        assertEquals("T1 T2 T3, T1", takes(after(TakeEdits.choose("L2", Optional.of("T1")))));
        assertEquals("T1 T2 T3, T3", takes(after(TakeEdits.choose("L2", Optional.empty()))));
    }

    @Test
    void aDeletedTakeIsGoneAndAnotherSounds() {
        assertEquals("T1 T3, T3", takes(after(TakeEdits.delete("L2", "T2"))));
        assertEquals("T2 T3, T3", takes(after(TakeEdits.choose("L2", Optional.of("T1")), TakeEdits.delete("L2", "T1"))));
        assertEquals("T1 T3, T1", takes(after(TakeEdits.choose("L2", Optional.of("T1")), TakeEdits.delete("L2", "T2"))));
        assertEquals(before, after(TakeEdits.delete("L2", "T9")));
        assertEquals(before, after(TakeEdits.delete("none", "T1")));
    }

    @Test
    void starsLocksAndFlagsBelongToTheLine() {
        var d = after(TakeEdits.stars("L2", "T1", 4), TakeEdits.lock(List.of("L2"), true), TakeEdits.flag(List.of("L2"), true));
        assertEquals(4, d.decoration("L2").stars().get("T1"));
        assertTrue(d.decoration("L2").locked());
        assertFalse(d.decoration("L1").locked());
        assertEquals("Lock", TakeEdits.lock(List.of("L2"), true).label());
        assertEquals("Unlock", TakeEdits.lock(List.of("L2"), false).label());
        assertEquals(before.decoration("L2"), TakeEdits.flag(List.of("L2"), false).change().apply(TakeEdits.lock(List.of("L2"), false).change()
                .apply(TakeEdits.stars("L2", "T1", 0).change().apply(d))).decoration("L2"));
    }

    /** What sounds when a line is locked goes on sounding, whatever arrives. */
    @Test
    void aLockedLineSoundsAsItDid() {
        assertEquals("T1 T2 T3 T4, T4", takes(with(before, "T4", "d")));
        assertEquals("T1 T2 T3 T4, T3", takes(with(after(TakeEdits.lock(List.of("L2"), true)), "T4", "d")));
        assertEquals("T1 T2 T3, T1", takes(after(TakeEdits.choose("L2", Optional.of("T1")), TakeEdits.lock(List.of("L2"), true))));
    }
}
