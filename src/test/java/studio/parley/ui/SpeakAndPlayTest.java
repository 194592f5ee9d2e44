package studio.parley.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.pcm.Pcm;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.ui.session.ProjectSession;

/** The session without any view: what is rendered is played and exported, the same samples. */
class SpeakAndPlayTest {
    private static final String SCRIPT = """
            Ann: One.
            Ben: Two, two.
            Ann ^: Three.
            """;
    @TempDir
    Path home;
    private final MemoryOut out = new MemoryOut(ProjectSession.RATE);

    @BeforeAll
    static void toolkit() throws Exception {
        Fx.startToolkit();
    }

    private ProjectSession spoken() throws Exception {
        var session = Fx.call(() -> SessionFixture.of(home, SCRIPT, AudioOutFactory.of(out)));
        Fx.run(() -> {
            session.speech().renderNeeded();
            session.speech().load();
        });
        Fx.until(() -> session.document().lines().stream().allMatch(l -> l.sounding().isPresent()) && session.speech().jobs().isEmpty(), 60_000);
        return session;
    }

    @Test
    void playedAndExportedAreTheSameSamples() throws Exception {
        var session = spoken();
        // Low enough for every true peak, so that the export has nothing to turn down.
        Fx.run(() -> session.document().conversation().speakers().forEach(s -> session.edit(ProjectEdits.gain(s.number(), -20))));
        Fx.run(() -> session.player().play());
        Fx.until(() -> !session.player().playingProperty().get(), 20_000);
        var rendering = Fx.call(session::rendering);
        var whole = rendering.read(0, (int) rendering.length());
        var heard = out.heard();
        int ramp = ProjectSession.RATE / 200;
        assertArrayEquals(tail(whole, ramp), tail(heard.slice(0, whole.frames()), ramp));
        var preset = ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, ProjectSession.RATE);
        var files = new Export(Fx.call(session::document), session.project().clipStore(), preset, home.resolve("out")).outcome().files();
        var wav = files.stream().filter(f -> f.toString().endsWith(".wav")).findFirst().orElseThrow();
        assertArrayEquals(whole.samples(0), AudioFiles.read(wav).samples(0));
        Fx.run(session::close);
    }

    @Test
    void changingTextMakesRedAndRenderingAgainMakesItFresh() throws Exception {
        var session = spoken();
        var ids = Fx.call(() -> session.document().lines().stream().map(l -> l.id()).toList());
        Fx.run(() -> session.edit(LineEdits.type(ids.getFirst(), "One and a half.")));
        assertTrue(Fx.call(() -> session.staleness(ids.getFirst())) instanceof Staleness.Own);
        assertEquals(new Staleness.Fresh(), Fx.call(() -> session.staleness(ids.get(1))));
        Fx.run(() -> session.speech().render(List.of(ids.getFirst()), 1));
        Fx.until(() -> session.document().lines().getFirst().takes().size() == 2 && session.speech().jobs().isEmpty(), 60_000);
        assertEquals(new Staleness.Fresh(), Fx.call(() -> session.staleness(ids.getFirst())));
        assertTrue(Fx.call(() -> session.staleness(ids.get(1))) instanceof Staleness.Upstream);
        Fx.run(session::undo);
        assertEquals(2, Fx.call(() -> session.document().lines().getFirst().takes().size()));
        Fx.run(session::close);
    }

    private static float[] tail(Pcm sound, int from) {
        return sound.slice(from, sound.frames()).samples(0);
    }
}
