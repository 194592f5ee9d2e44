package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.Measured;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Cancellation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.TakeEdits;

class ExportTest {
    @TempDir
    Path temp;

    private List<Path> run(ExportPreset preset) {
        var clipStore = new ClipStore(temp.resolve("audio"));
        return new Export(Scenes.lighthouse(clipStore), clipStore, preset, temp.resolve("out")).outcome().files();
    }

    @Test
    void theHandoffPackIsComplete() throws Exception {
        var written = run(ExportPreset.HANDOFF);
        var names = new TreeSet<>(written.stream().map(p -> temp.resolve("out").relativize(p).toString()).toList());
        assertTrue(names.containsAll(Set.of("The-Lighthouse.wav", "The-Lighthouse_Ann.wav", "The-Lighthouse.vtt", "The-Lighthouse.srt", "The-Lighthouse.csv",
                "The-Lighthouse_labels.txt", "The-Lighthouse.lof", "The-Lighthouse.RPP", "The-Lighthouse.dawproject", "The-Lighthouse_cues.csv",
                "The-Lighthouse_chapters.json", "clips/004_Ann_That-light-Zoë-I.wav")), names + "");
        for (var file : written) assertTrue(Files.size(file) > 0, file + "");
        var mix = AudioFiles.read(temp.resolve("out/The-Lighthouse.wav"));
        var ann = AudioFiles.read(temp.resolve("out/The-Lighthouse_Ann.wav"));
        var ben = AudioFiles.read(temp.resolve("out/The-Lighthouse_Dr.-Ben-OHara-Co.wav"));
        assertEquals(48000, mix.rate());
        assertEquals(mix.frames(), ben.frames());
        for (int i = 0; i < mix.frames(); i++) assertEquals(mix.at(0, i), ann.at(0, i) + ben.at(0, i), 5e-5);
        assertTrue(Measured.truePeakDb(mix) < -0.95);
    }

    @Test
    void loudnessIsWhatWasAskedFor() {
        run(ExportPreset.MIX.at(LoudnessTarget.lufs(-23, ExportPreset.MIX.target().peakDb())));
        assertEquals(-23, Measured.loudness(AudioFiles.read(temp.resolve("out/The-Lighthouse.wav"))).integrated(), 0.05);
    }

    @Test
    void aPlainExportIsTheRenderingItself() {
        run(ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, 24000));
        var clipStore = new ClipStore(temp.resolve("audio"));
        var rendering = new MixRenderer(Arrangement.of(Scenes.lighthouse(clipStore), 24000), ClipCache.of(clipStore));
        var played = rendering.read(0, (int) rendering.length());
        double peak = Measured.truePeakDb(played);
        assertTrue(peak < -1, "the scene must need no gain: " + peak);
        assertEquals(played, AudioFiles.read(temp.resolve("out/The-Lighthouse.wav")));
    }

    @Test
    void aLostSoundIsSilence() throws Exception {
        var clipStore = new ClipStore(temp.resolve("audio"));
        var document = TakeEdits.flag(List.of("L2"), true).change().apply(Scenes.lighthouse(clipStore));
        assertThrows(CancellationException.class, () -> Cancellation.unless(() -> true, new Export(document, clipStore, ExportPreset.MIX, temp.resolve("out"))::outcome));
        var clip = document.line("L1").orElseThrow().sounding().orElseThrow().clip();
        Files.delete(clipStore.file(new studio.parley.audio.store.ClipId(clip)));
        var mix = AudioFiles.read(new Export(document, clipStore, ExportPreset.MIX, temp.resolve("out")).outcome().files().getFirst());
        assertEquals(Arrangement.of(document, mix.rate()).length(), mix.frames(), "a lost line is silence, and the others stay where they are");
        assertThrows(Problem.class, () -> ExportPreset.of("movie"));
    }

    /** However far it has come, and whatever the kind: stems, clips, texts. */
    @Test
    void whatIsCancelledLeavesTheFolderAsItWas() throws Exception {
        var clipStore = new ClipStore(temp.resolve("audio"));
        var document = Scenes.lighthouse(clipStore);
        var out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("The-Lighthouse.wav"), "mine");
        Files.writeString(out.resolve("The-Lighthouse.vtt"), "mine, too");
        for (int stop = 1; stop < 1 << 12; stop *= 2) {
            var asked = new AtomicInteger(stop);
            var export = new Export(document, clipStore, ExportPreset.HANDOFF, out, WordSource.NONE, share -> {
                if (asked.decrementAndGet() == 0) throw new CancellationException();
            });
            try {
                export.outcome();
                assertTrue(stop > 4, "it was stopped at several places");
                return;
            } catch (CancellationException stopped) {
                try (var all = Files.walk(out)) {
                    assertEquals(List.of("", "The-Lighthouse.vtt", "The-Lighthouse.wav"), all.map(f -> out.relativize(f).toString()).sorted().toList());
                }
                assertEquals("mine", Files.readString(out.resolve("The-Lighthouse.wav")));
                assertEquals("mine, too", Files.readString(out.resolve("The-Lighthouse.vtt")));
            }
        }
    }

    @Test
    void whatCouldNotBeWrittenIsSaid() {
        var clipStore = new ClipStore(temp.resolve("audio"));
        var document = Scenes.lighthouse(clipStore).withMarkers(List.of());
        var done = new Export(document, clipStore, ExportPreset.MIX.named("x", Set.of(ExportPreset.Part.CHAPTERS, ExportPreset.Part.LOUDNESS)), temp.resolve("out")).outcome();
        assertEquals(List.of(), done.files());
        assertTrue(done.notes().getFirst().startsWith("No chapters were written") && done.notes().getLast().startsWith("No loudness report"), done.notes() + "");
    }
}
