package studio.parley.studio.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.studio.document.model.ContextSelection;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.ReferenceMetadata;

class DocumentVoicesTest {
    private final Map<String, ClipVoice> takes = new HashMap<>();
    private final Map<String, ClipVoice> references = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Speaker> speakers = new ArrayList<>();

    private void speaker(String name, double degrees) {
        var path = "references/" + name + ".wav";
        references.put(path, Voices.clip(degrees, 10));
        speakers.add(new Speaker(speakers.size(), name, List.of(new Reference(path)), Delivery.INHERITED));
    }

    private void line(int speaker, double degrees, double seconds) {
        var clip = String.format(Locale.ROOT, "%064x", lines.size() + 1);
        takes.put(clip, Voices.clip(degrees, seconds));
        lines.add(Line.of("L" + (lines.size() + 1), speaker, "Words.").with(new Take("T1", clip, TakeRecipe.RECORDED, 24_000, 24_000, List.of())));
    }

    private Document document() {
        return Document.of(new Conversation("", speakers, lines, Delivery.INHERITED));
    }

    private DocumentVoices voices(Document document) {
        return new DocumentVoices(document, id -> Optional.ofNullable(takes.get(id.hex())), (path, note) -> Optional.ofNullable(references.get(path)));
    }

    private Optional<VoiceFinding> finding(int line) {
        return voices(document()).of(lines.get(line));
    }

    @Test
    void aTakeInAnotherVoiceIsFoundWithTheFigure() {
        speaker("Ann", 0);
        speaker("Cora", 70);
        line(0, 20, 3);
        line(0, 62, 3);
        line(0, 62, 0.9);
        assertTrue(finding(0).isEmpty());
        var found = finding(1).orElseThrow();
        assertEquals("Ann", found.speaker());
        assertEquals(Math.cos(Math.toRadians(62)), found.likeness(), 1e-6);
        assertEquals("Cora", found.other());
        assertEquals("This does not sound like Ann's voice, and more like Cora's (likeness 0.47, expected 0.73 or more).", found.sentence());
        assertTrue(finding(2).isEmpty(), "too short to say");
    }

    @Test
    void whatIsNotKnownIsNoFinding() {
        speaker("Ann", 0);
        speakers.add(Speaker.named(1, "Ben"));
        line(0, 80, 3);
        line(1, 80, 3);
        assertTrue(finding(1).isEmpty(), "a speaker without clips");
        takes.clear();
        assertTrue(finding(0).isEmpty(), "not heard");
        takes.put(String.format(Locale.ROOT, "%064x", 1), new ClipVoice(Optional.empty()));
        assertTrue(finding(0).isEmpty(), "silent");
        references.clear();
        assertTrue(finding(0).isEmpty(), "clips that are gone");
        references.put("references/Ann.wav", Voices.clip(0, 0.5));
        takes.put(String.format(Locale.ROOT, "%064x", 1), Voices.clip(80, 3));
        assertTrue(finding(0).isEmpty(), "a clip that is too short to say");
    }

    /** A whispered clip is a voice of its own. */
    @Test
    void aStyleIsComparedWithItsClips() {
        references.put("references/plain.wav", Voices.clip(0, 10));
        references.put("references/whisper.wav", Voices.clip(70, 10));
        speakers.add(new Speaker(0, "Ann", List.of(new Reference("references/plain.wav"), new Reference("references/whisper.wav")), Delivery.INHERITED));
        line(0, 65, 3);
        var plain = document();
        plain = plain.with(0, plain.track(0).with("references/whisper.wav", ReferenceMetadata.NONE.withMood("whisper")));
        assertTrue(voices(plain).of(lines.getFirst()).isPresent());
        var own = plain.decoration("L1");
        var whispered = plain.with("L1", own.with(own.listening().withMood("whisper")));
        assertTrue(voices(whispered).of(lines.getFirst()).isEmpty());
    }

    @Test
    void twinsAreFoundButNotSpeakersOfOneClip() {
        speaker("Ann", 0);
        speaker("Ben", 60);
        speaker("Cora", 15);
        speakers.add(new Speaker(3, "Ann's echo", speakers.getFirst().references(), Delivery.INHERITED));
        var found = voices(document()).cast().stream().map(CastFinding::sentence).toList();
        assertEquals(List.of("Ann and Cora sound alike (likeness 0.97). Give one of them another reference clip.",
                "Cora and Ann's echo sound alike (likeness 0.97). Give one of them another reference clip."), found);
    }

    @Test
    void aVoiceThatChangesOverTheSceneIsFound() {
        speaker("Ann", 0);
        for (int i = 0; i < 9; i++) line(0, 5 * i, 2);
        assertEquals(List.of(), voices(document()).cast());
        lines.clear();
        for (int i = 0; i < 9; i++) line(0, 10 * i, 2);
        var drift = (CastFinding.Drift) voices(document()).cast().getFirst();
        assertEquals(3, drift.first());
        assertEquals(7, drift.last());
        assertTrue(drift.sentence().startsWith("Ann's voice changes: from line 7 on it differs from that up to line 3"), drift.sentence());
    }
}
