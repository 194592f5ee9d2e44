package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.audio.Measured;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.codec.AudioFormat;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.pcm.Peaks;
import studio.parley.playback.AudioSource;
import studio.parley.playback.Transport;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.export.Export;
import studio.parley.studio.export.ExportPreset;
import studio.parley.studio.export.MixRenderer;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.paint.ClipWaveform;
import studio.parley.ui.timeline.paint.SampleCache;

/** Drawn, played and exported are the same samples. */
class OneRendererTest {
    @TempDir
    Path home;

    /** A session whose third line has gain, fades, trim and a speed, is talked over by the fourth, and has a muted neighbour. */
    private Stage stage(double speed) throws Exception {
        var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7);
        Fx.run(() -> {
            s.session.edit(ClipSpeeds.to(List.of(s.id(3)), speed, Ripple.ALL));
            s.session.edit(TakeEdits.gain(List.of(s.id(3)), -6));
            s.session.edit(TakeEdits.fades(s.id(3), 300, 500));
            s.session.edit(TakeEdits.trim(s.id(3), 32, 100));
        });
        return s;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 1.6})
    void theSamplesDrawnAreTheSamplesOfTheRendering(double speed) throws Exception {
        try (var s = stage(speed)) {
            var arrived = new int[1];
            var windows = Fx.call(() -> new SampleCache(s.session, () -> arrived[0]++));
            var part = s.session.arrangement().part(s.id(3)).orElseThrow();
            Fx.until(() -> windows.block(part, 0).isPresent() && windows.block(part, 1).isPresent(), 10_000);
            var rendered = s.session.rendering().solo(part).read(part.start(), 2 * SampleCache.BLOCK).samples(0);
            var drawn = new float[2 * SampleCache.BLOCK];
            for (int b = 0; b < 2; b++) {
                int block = b;
                System.arraycopy(Fx.call(() -> windows.block(part, block).orElseThrow()), 0, drawn, b * SampleCache.BLOCK,
                        SampleCache.BLOCK);
            }
            assertArrayEquals(rendered, drawn);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void theBarsDrawnAreThePeaksOfTheRendering(double speed) throws Exception {
        try (var s = stage(speed)) {
            var part = s.session.arrangement().part(s.id(3)).orElseThrow();
            Fx.until(() -> s.session.waveforms().peaks(part.take().clip(), part.speed()).isPresent(), 10_000);
            var peaks = Fx.call(() -> s.session.waveforms().peaks(part.take().clip(), part.speed()).orElseThrow());
            var heard = Peaks.of(s.session.rendering().solo(part).read(part.start(), (int) part.frames()));
            int count = (int) (part.frames() / 256);
            var drawn = ClipWaveform.columns(part, ProjectSession.RATE, peaks, 0, 256, count);
            var played = heard.columns(0, 0, count * 256.0, count);
            double loudest = 0;
            for (var c : played) loudest = Math.max(loudest, c.max());
            assertTrue(loudest > 0.01);
            // One gain a column is drawn, one a sample is heard: they differ by how far a fade gets in half a column.
            for (int i = 0; i < count; i++) assertEquals(played[i].max(), drawn[i].max(), 0.08 * loudest, "column " + i);
        }
    }

    @Test
    void withoutTrimAndGainTheBarsAreExactlyThePeaks() throws Exception {
        try (var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7)) {
            var part = s.session.arrangement().part(s.id(7)).orElseThrow();
            Fx.until(() -> s.session.waveforms().peaks(part.take().clip(), part.speed()).isPresent(), 10_000);
            var peaks = Fx.call(() -> s.session.waveforms().peaks(part.take().clip(), part.speed()).orElseThrow());
            var heard = Peaks.of(s.session.rendering().solo(part).read(part.start(), (int) part.frames()));
            int count = (int) part.frames() / 1024;
            assertArrayEquals(heard.columns(0, 0, count * 1024.0, count), ClipWaveform.columns(part, ProjectSession.RATE, peaks, 0, 1024, count));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 1.6})
    void whatIsPlayedIsWhatIsDrawnAndWhatIsExported(double speed) throws Exception {
        try (var s = stage(speed)) {
            var rendering = s.session.rendering();
            var drawn = rendering.read(0, (int) rendering.length());
            assertEquals(drawn, played(rendering));
            new Export(s.session.document(), s.session.project().clipStore(), ExportPreset.MIX.in(AudioFormat.WAV_FLOAT, ProjectSession.RATE),
                    home.resolve("out")).outcome();
            var exported = AudioFiles.read(home.resolve("out/The-Lighthouse.wav"));
            assertTrue(Measured.truePeakDb(drawn) < -1, "the scene must need no gain");
            assertEquals(drawn, exported);
        }
    }

    private static Pcm played(MixRenderer rendering) throws Exception {
        var out = new MemoryOut(rendering.rate());
        try (var transport = new Transport(AudioOutFactory.of(out), event -> { }, 0)) {
            transport.source(new AudioSource() {
                @Override
                public int rate() {
                    return rendering.rate();
                }

                @Override
                public long length() {
                    return rendering.length();
                }

                @Override
                public Pcm read(long from, int count) {
                    return rendering.read(from, count);
                }
            });
            transport.play();
            Fx.until(() -> out.heard().frames() >= rendering.length(), 20_000);
            return out.heard().slice(0, (int) rendering.length());
        }
    }
}
