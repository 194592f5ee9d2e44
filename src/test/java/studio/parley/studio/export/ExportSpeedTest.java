package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.studio.document.model.Document;

/** A line at another speed, in everything an export writes. */
class ExportSpeedTest {
    private static final double SPEED = 0.8;
    @TempDir
    Path temp;
    private ClipStore clipStore;
    private Document document;
    private Pcm stretched;

    /** The last line of the scene: 750 ms, trimmed by 100 and 50 ms, becomes 937.5 ms, trimmed by 125 and 63 ms, at 0.8 times the speed. */
    @BeforeEach
    void scene() {
        clipStore = new ClipStore(temp.resolve("audio"));
        document = Scenes.lighthouse(clipStore);
        document = document.with("L4", document.decoration("L4").withSpeed(SPEED));
        var take = document.line("L4").orElseThrow().sounding().orElseThrow();
        stretched = TimeStretch.of(clipStore.get(new ClipId(take.clip())), SPEED);
        new Export(document, clipStore, ExportPreset.HANDOFF, temp.resolve("out")).outcome();
    }

    private Pcm read(String name) {
        return AudioFiles.read(temp.resolve("out").resolve(name));
    }

    @Test
    void mixStemsAndClipsAreTheRendering() {
        assertEquals(22_500, stretched.frames());
        var arrangement = Arrangement.of(document, 48_000);
        var part = arrangement.part("L4").orElseThrow();
        assertEquals((875 - 125) * 48, part.frames());
        assertEquals(125 * 48, part.skip());
        var rendering = new MixRenderer(arrangement, ClipCache.of(clipStore));
        var mix = read("The-Lighthouse.wav");
        var ann = read("The-Lighthouse_Ann.wav");
        assertEquals(arrangement.length(), mix.frames());
        assertEquals(mix.frames(), ann.frames());
        double gain = mix.at(0, (int) part.start() + 20_000) / rendering.read(part.start() + 20_000, 1).at(0, 0);
        var drawn = rendering.read(part.start(), (int) part.frames());
        for (int i = 0; i < part.frames(); i++) assertEquals(drawn.at(0, i) * gain, mix.at(0, (int) part.start() + i), 2e-4);
        var clip = read("clips/004_Ann_That-light-Zoë-I.wav");
        assertEquals(stretched.frames(), clip.frames());
        for (int i = 0; i < clip.frames(); i++) assertEquals(stretched.at(0, i), clip.at(0, i), 2e-4);
    }

    @Test
    void subtitlesAndListsEndWhenItEnds() throws Exception {
        var vtt = Files.readString(temp.resolve("out/The-Lighthouse.vtt"));
        assertTrue(vtt.contains("00:00:01.650 --> 00:00:02.400\n<v Ann>That light"), vtt);
        assertTrue(Files.readString(temp.resolve("out/The-Lighthouse.srt")).contains("00:00:01,650 --> 00:00:02,400"));
        assertTrue(Files.readString(temp.resolve("out/The-Lighthouse_cues.csv")).contains("1.650,2.400,0.750"));
        assertTrue(Files.readString(temp.resolve("out/The-Lighthouse.csv")).contains("1.650,2.400"));
    }

    @Test
    void otherProgramsGetTheStretchedClipAndItsTrim() throws Exception {
        var rpp = Files.readString(temp.resolve("out/The-Lighthouse.RPP"));
        assertTrue(rpp.contains("LENGTH 0.750000000") && rpp.contains("SOFFS 0.125000000"), rpp);
        try (var zip = new ZipFile(temp.resolve("out/The-Lighthouse.dawproject").toFile())) {
            var xml = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(zip.getInputStream(zip.getEntry("project.xml")));
            var clip = xml.getElementsByTagName("Clip").item(1).getAttributes();
            assertEquals("0.75", clip.getNamedItem("duration").getNodeValue());
            assertEquals("0.125", clip.getNamedItem("playStart").getNodeValue());
            assertEquals("0.9375", xml.getElementsByTagName("Audio").item(1).getAttributes().getNamedItem("duration").getNodeValue());
            var wav = zip.stream().filter(e -> e.getName().startsWith("audio/004")).findFirst().orElseThrow();
            var file = temp.resolve("inside.wav");
            Files.write(file, zip.getInputStream(wav).readAllBytes());
            assertEquals(stretched, AudioFiles.read(file));
        }
    }
}
