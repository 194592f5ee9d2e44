package studio.parley.studio.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.speaker.Vowels;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.settings.AppDirectories;

/** The bundled encoder finds takes in another voice, and what it has found is kept. */
class TakeVoicesTest {
    private static final Pcm LOW = Vowels.voice(110, 600, 1200, 4, 24_000);
    private static final Pcm HIGH = Vowels.voice(240, 850, 2200, 4, 24_000);
    @TempDir
    Path home;

    private AppDirectories directories() {
        return AppDirectories.under(home.resolve("home"), Optional.of(Path.of("").toAbsolutePath()));
    }

    @Test
    void aTakeOfAnotherVoiceIsFound() throws IOException {
        var folder = new ProjectFolder(home.resolve("p.parley"));
        Files.createDirectories(folder.references());
        WavFiles.write(folder.references().resolve("ann.wav"), LOW, SampleFormat.FLOAT_32);
        var speaker = new Speaker(0, "Ann", List.of(new Reference("references/ann.wav")), Delivery.INHERITED);
        var own = line(folder, "L1", Vowels.voice(112, 600, 1200, 3, 24_000));
        var other = line(folder, "L2", HIGH);
        var document = Document.of(new Conversation("", List.of(speaker), List.of(own, other), Delivery.INHERITED));
        try (var voices = TakeVoices.of(folder, directories(), 1).orElseThrow()) {
            assertTrue(voices.in(document).of(other).isEmpty(), "not heard yet");
            for (var line : document.lines()) {
                var clip = new ClipId(line.takes().getFirst().clip());
                voices.put(clip, voices.hear(folder.clipStore().get(clip)));
            }
            assertTrue(voices.in(document).of(own).isEmpty());
            assertTrue(voices.in(document).of(other).isPresent());
            assertTrue(voices.in(document).of(own, voices.hear(HIGH)).orElseThrow().shortfall() > 0, "a take that the document does not contain");
            voices.close();
            assertTrue(voices.hear(LOW).embedding().isPresent(), "it opens again");
        }
        // Another object finds it in the files, and a trimmed reference clip is another one.
        try (var again = TakeVoices.of(folder, directories(), 1).orElseThrow()) {
            assertTrue(again.in(document).of(other).isPresent());
            var gone = document.with(0, document.track(0).with("references/ann.wav", document.track(0).reference("references/ann.wav").withTrim(2000, 2000)));
            assertTrue(again.in(gone).of(other).isEmpty());
            Files.delete(folder.references().resolve("ann.wav"));
            assertTrue(again.in(document).of(other).isEmpty());
            assertEquals(List.of(), again.in(document).cast());
        }
    }

    private static Line line(ProjectFolder folder, String id, Pcm sound) {
        return Line.of(id, 0, "Words.").with(new Take("T1", folder.clipStore().put(sound).hex(), TakeRecipe.RECORDED, sound.frames(), sound.rate(), List.of()));
    }
}
