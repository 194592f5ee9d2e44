package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.AudioFiles;
import studio.parley.audio.Pcm;
import studio.parley.playback.MemoryOut;
import studio.parley.playback.Opener;
import studio.parley.studio.document.LineEdits;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.Staleness;
import studio.parley.studio.export.AudioFormat;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.ui.desk.Desk;

/** The desk without any view: what is rendered is played and exported, the same samples. */
class SpeakAndPlayTest {
    private static final String SCRIPT = """
            Ann: One.
            Ben: Two, two.
            Ann ^: Three.
            """;
    @TempDir
    Path home;
    private final MemoryOut out = new MemoryOut(Desk.RATE);

    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private Desk spoken() throws Exception {
        var desk = Fx.call(() -> Desks.of(home, SCRIPT, Opener.of(out)));
        Fx.run(() -> {
            desk.speech().renderNeeded();
            desk.speech().load();
        });
        Fx.until(() -> desk.document().lines().stream().allMatch(l -> l.sounding().isPresent()) && desk.speech().jobs().isEmpty(), 60_000);
        return desk;
    }

    @Test
    void playedAndExportedAreTheSameSamples() throws Exception {
        var desk = spoken();
        // Low enough for every true peak, so that the export has nothing to turn down.
        Fx.run(() -> desk.document().conversation().speakers().forEach(s -> desk.edit(ProjectEdits.gain(s.number(), -20))));
        Fx.run(() -> desk.player().play());
        Fx.until(() -> !desk.player().playingProperty().get(), 20_000);
        var rendering = Fx.call(desk::rendering);
        var whole = rendering.read(0, (int) rendering.length());
        var heard = out.heard();
        int ramp = Desk.RATE / 200;
        assertArrayEquals(tail(whole, ramp), tail(heard.slice(0, whole.frames()), ramp));
        var preset = ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, Desk.RATE);
        var files = new Export(Fx.call(desk::document), desk.project().shelf(), preset, home.resolve("out")).run();
        var wav = files.stream().filter(f -> f.toString().endsWith(".wav")).findFirst().orElseThrow();
        assertArrayEquals(whole.samples(0), AudioFiles.read(wav).samples(0));
        Fx.run(desk::close);
    }

    @Test
    void changingTextMakesRedAndRenderingAgainMakesItFresh() throws Exception {
        var desk = spoken();
        var ids = Fx.call(() -> desk.document().lines().stream().map(l -> l.id()).toList());
        Fx.run(() -> desk.edit(LineEdits.type(ids.getFirst(), "One and a half.")));
        assertTrue(Fx.call(() -> desk.staleness(ids.getFirst())) instanceof Staleness.Own);
        assertEquals(new Staleness.Fresh(), Fx.call(() -> desk.staleness(ids.get(1))));
        Fx.run(() -> desk.speech().render(List.of(ids.getFirst()), 1));
        Fx.until(() -> desk.document().lines().getFirst().takes().size() == 2 && desk.speech().jobs().isEmpty(), 60_000);
        assertEquals(new Staleness.Fresh(), Fx.call(() -> desk.staleness(ids.getFirst())));
        assertTrue(Fx.call(() -> desk.staleness(ids.get(1))) instanceof Staleness.Upstream);
        Fx.run(desk::undo);
        assertEquals(2, Fx.call(() -> desk.document().lines().getFirst().takes().size()));
        Fx.run(desk::close);
    }

    private static float[] tail(Pcm sound, int from) {
        return sound.slice(from, sound.frames()).samples(0);
    }
}
