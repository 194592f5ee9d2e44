package studio.parley.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.Resampler;
import studio.parley.audio.pcm.Pcm;

class ClipReportTest {
    private static final Pcm SPEECH = AudioFiles.read(Path.of("src/test/resources/golden/watermark/speech.flac"));

    private static String advice(Pcm clip) {
        return String.join("\n", ClipReport.of(clip).advice().stream().map(ClipAdvice::sentence).toList());
    }

    @Test
    void measuresAClip() {
        var r = ClipReport.of(SPEECH);
        assertEquals(3.2, r.seconds(), 1e-9);
        assertEquals(40, r.frames());
        assertEquals(-3, r.level().peakDb(), 0.01);
        assertTrue(r.noise().bandwidth() > 7000 && r.noise().bandwidth() < 8300, r.noise().toString());
        assertTrue(r.noise().snrDb() > 30, r.noise().toString());
    }

    @Test
    void advisesWithRepairs() {
        assertTrue(advice(SPEECH.slice(0, 24000)).contains("only 1.0 s"));
        assertTrue(advice(SPEECH.times(0.05)).contains("quiet"));
        assertTrue(advice(Pcm.of(24000, SPEECH.samples(0), SPEECH.samples(0))).contains("2 channels"));
        assertTrue(advice(SPEECH.then(Pcm.silence(24000, 1, 72000))).contains("silence"));
        assertTrue(advice(Resampler.resample(Resampler.resample(SPEECH, 8000), 24000)).contains("telephone"));
        assertEquals("The clip is silent. Choose another recording.", advice(Pcm.silence(24000, 1, 99999)));
        var loud = SPEECH.times(2).samples(0);
        for (int i = 0; i < loud.length; i++) loud[i] = Math.clamp(loud[i], -1, 1);
        assertTrue(advice(Pcm.mono(24000, loud)).contains("clipped"));
        var longClip = SPEECH;
        for (int i = 0; i < 4; i++) longClip = longClip.then(longClip);
        assertTrue(advice(longClip).contains("51.2 s of context"), advice(longClip));
    }

    @Test
    void aRepairMends() {
        var quiet = SPEECH.times(0.05);
        var advice = ClipReport.of(quiet).advice().stream().filter(a -> a.sentence().contains("quiet")).findFirst().orElseThrow();
        assertTrue(!advice(advice.repair().orElseThrow().apply(quiet)).contains("quiet"));
    }
}
