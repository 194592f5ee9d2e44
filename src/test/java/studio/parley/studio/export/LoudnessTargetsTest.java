package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.Measured;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.TakeRecipe;
import studio.parley.dialogue.TimingRelation;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.Track;
import studio.parley.studio.settings.ExportPresets;
import studio.parley.studio.settings.Settings;

class LoudnessTargetsTest {
    @TempDir
    Path temp;

    /** Two speakers in turn; {@code spike} is how far single peaks stick out of the speech. */
    private Document scene(double level, double spike) {
        var clipStore = new ClipStore(temp.resolve("audio"));
        var lines = new java.util.ArrayList<Line>();
        for (int l = 0; l < 4; l++) {
            var r = new Random(l);
            var sound = Scenes.sound(72000, l).times(level / 0.2).samples(0);
            for (int i = 3000; i < sound.length; i += 9000) for (int k = 0; k < 6; k++) sound[i + k] = (float) (spike * level * (r.nextBoolean() ? 1 : -1));
            var clip = clipStore.put(Pcm.mono(24000, sound));
            var take = new Take("T1", clip.hex(), new TakeRecipe("m", 1, 0.9, 50, 0, List.of()), sound.length, 24000, List.of());
            lines.add(new Line("L" + l, l % 2, "Words " + l, "", 0, TimingRelation.NEXT, Delivery.INHERITED, List.of(take), Optional.empty()));
        }
        return Document.of(new Conversation("Peaks", List.of(Speaker.named(0, "Ann"), Speaker.named(1, "Ben")), lines, Delivery.INHERITED));
    }

    private Export.Outcome export(Document document, ExportPreset preset) {
        return new Export(document, new ClipStore(temp.resolve("audio")), preset, temp.resolve("out")).outcome();
    }

    private static ExportPreset limiting(ExportPreset p, boolean allowed) {
        return new ExportPreset(p.name(), p.parts(), p.format(), p.rate(), p.channels(), p.target(), allowed, p.template());
    }

    private static Document panned(Document d, int speaker, double pan) {
        var t = d.track(speaker);
        return d.with(speaker, new Track(t.colour(), t.gainDb(), t.muted(), t.solo(), t.references(), pan));
    }

    private Pcm read(String name) {
        return AudioFiles.read(temp.resolve("out").resolve(name));
    }

    @Test
    void gainAloneWhereItIsEnough() {
        var outcome = export(scene(0.02, 2), ExportPreset.MIX.stereo(true).at(LoudnessTarget.PODCAST_STEREO));
        var mix = read("Peaks.wav");
        assertEquals(2, mix.channels());
        assertEquals(-16, Measured.loudness(mix).integrated(), 0.1);
        assertTrue(Measured.truePeakDb(mix) <= -1);
        assertEquals(List.of(), outcome.notes());
        assertEquals(-16, outcome.loudness().rows().getFirst().loudness().integrated(), 0.1);
        assertEquals(0, outcome.loudness().rows().getFirst().limitedDb());
    }

    @Test
    void theSameSignalIsMinus16InStereoAndMinus19InMono() {
        export(scene(0.02, 2), ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, 24000).stereo(true).at(LoudnessTarget.PODCAST_STEREO));
        var stereo = read("Peaks.wav");
        export(scene(0.02, 2), ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, 24000).at(LoudnessTarget.PODCAST_MONO));
        var mono = read("Peaks.wav");
        for (int i = 0; i < mono.frames(); i += 97) assertEquals(mono.at(0, i), stereo.at(0, i), 2e-3 * Math.abs(mono.at(0, i)) + 1e-6);
    }

    @Test
    void aLimiterOnlyWhereTheTargetCannotBeHadOtherwise() {
        var document = scene(0.02, 40);
        var preset = ExportPreset.MIX.named("x", EnumSet.of(ExportPreset.Part.MIX, ExportPreset.Part.STEMS)).at(LoudnessTarget.PODCAST_MONO);
        var limited = export(document, preset);
        var mix = read("Peaks.wav");
        assertEquals(-19, Measured.loudness(mix).integrated(), 0.15);
        assertTrue(Measured.truePeakDb(mix) <= -1, "" + Measured.truePeakDb(mix));
        assertTrue(limited.notes().getFirst().startsWith("Peaks were limited"), limited.notes() + "");
        assertTrue(limited.loudness().rows().getFirst().limitedDb() > 3);
        var ann = read("Peaks_Ann.wav");
        var ben = read("Peaks_Ben.wav");
        for (int i = 0; i < mix.frames(); i++) assertEquals(mix.at(0, i), ann.at(0, i) + ben.at(0, i), 4e-7);
        var gained = export(document, limiting(preset, false));
        assertTrue(gained.notes().getFirst().contains("Allow the limiter"), gained.notes() + "");
        assertTrue(Measured.loudness(read("Peaks.wav")).integrated() < -20);
    }

    @Test
    void acxIsMeasuredAsAudibleDoes() throws Exception {
        var outcome = export(scene(0.03, 3), ExportPreset.ACX.in(AudioFormat.WAV_16, 44100));
        var row = outcome.loudness().rows().getFirst();
        assertTrue(row.rmsDb() >= -23 && row.rmsDb() <= -18, row + "");
        assertTrue(row.loudness().truePeakDb() <= -3);
        assertTrue(row.noiseDb() > -60 && outcome.notes().getLast().contains("noise floor"), outcome.notes() + "");
        assertTrue(Files.readString(temp.resolve("out/Peaks_loudness.txt")).contains("RMS"));
        assertTrue(Files.readString(temp.resolve("out/Peaks_loudness.csv")).startsWith("file,channels,seconds,integrated_lufs"));
        export(scene(0.03, 3), ExportPreset.ACX);
        assertEquals(44100, read("Peaks.mp3").rate());
    }

    @Test
    void speakersStandWhereTheirTracksSay() {
        var document = panned(panned(scene(0.02, 2), 0, -1), 1, 0.25);
        export(document, ExportPreset.STEMS.in(AudioFormat.WAV_24, 48000).stereo(true));
        var ann = read("Peaks_Ann.wav");
        var ben = read("Peaks_Ben.wav");
        for (int i = 0; i < ann.frames(); i++) {
            assertEquals(0, ann.at(1, i));
            assertEquals(0.75 * ben.at(1, i), ben.at(0, i), 3e-7);
        }
    }

    @Test
    void ownPresetsAreKeptInTheSettings() {
        var own = ExportPreset.PODCAST.named("My show", EnumSet.of(ExportPreset.Part.MIX, ExportPreset.Part.SRT)).at(LoudnessTarget.lufs(-18, -1.5)).withTemplate("##_title");
        own = limiting(own, false);
        var settings = ExportPresets.with(Settings.read(temp.resolve("none.json")), own);
        settings.write(temp.resolve("settings.json"));
        var back = Settings.read(temp.resolve("settings.json"));
        assertEquals(List.of(own), ExportPresets.own(back));
        assertEquals(own, ExportPresets.named(back, "my SHOW"));
        assertEquals(ExportPreset.ACX, ExportPresets.named(back, "acx"));
        assertEquals(ExportPreset.ALL.size() + 1, ExportPresets.all(back).size());
        var changed = ExportPresets.with(back, limiting(own, true));
        assertEquals(List.of(limiting(own, true)), ExportPresets.own(changed));
        assertEquals(List.of(), ExportPresets.own(ExportPresets.without(changed, "My show")));
        var named = own.named("Mix", own.parts());
        assertThrows(Problem.class, () -> ExportPresets.with(back, named));
        assertThrows(Problem.class, () -> ExportPresets.named(back, "nobody"));
        assertEquals(List.of(), ExportPresets.own(back.with("exportPresets", new com.google.gson.JsonPrimitive("x"))));
    }

    @Test
    void progressGoesForwardToTheEnd() {
        var told = new java.util.ArrayList<Double>();
        new Export(scene(0.02, 40), new ClipStore(temp.resolve("audio")), ExportPreset.HANDOFF.at(LoudnessTarget.PODCAST_MONO), temp.resolve("out"), WordSource.NONE, told::add).outcome();
        assertEquals(1.0, told.getLast());
        for (int i = 1; i < told.size(); i++) assertTrue(told.get(i) > told.get(i - 1));
        assertThrows(Problem.class, () -> export(Document.empty("x"), ExportPreset.MIX));
    }
}
