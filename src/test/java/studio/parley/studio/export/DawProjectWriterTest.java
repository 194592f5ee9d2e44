package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.store.ClipStore;

class DawProjectWriterTest {
    @TempDir
    Path temp;

    @Test
    void everyLineIsAClipOnItsSpeakersTrack() throws Exception {
        var document = Scenes.lighthouse(new ClipStore(temp));
        var project = new DawProjectWriter(document, Arrangement.of(document, Scenes.RATE), p -> "audio/" + p.line().id() + ".wav");
        var xml = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(project.projectXml().getBytes(StandardCharsets.UTF_8)));
        assertEquals(3, xml.getElementsByTagName("Track").getLength());
        assertEquals(3, xml.getElementsByTagName("Clip").getLength());
        var clip = xml.getElementsByTagName("Clip").item(1).getAttributes();
        assertEquals("0.6", clip.getNamedItem("duration").getNodeValue());
        assertEquals("0.1", clip.getNamedItem("playStart").getNodeValue());
        assertEquals("That light, Zoë & I.", clip.getNamedItem("name").getNodeValue());
        assertEquals("audio/L4.wav", xml.getElementsByTagName("File").item(1).getAttributes().getNamedItem("path").getNodeValue());
        // L1 is ducked and L4 quieter: both have a gain envelope.
        assertEquals(2, xml.getElementsByTagName("Points").getLength());
        var out = new ByteArrayOutputStream();
        project.write(out, (p, to) -> to.write(1));
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) names.add(e.getName());
        }
        assertEquals(List.of("project.xml", "metadata.xml", "audio/L1.wav", "audio/L2.wav", "audio/L4.wav"), names);
    }

    /** Clips of 6 MB each, of which no more than a few pieces are held at any moment: what one clip puts in comes out before the next. */
    @Test
    void clipsGoThroughWithoutBeingHeld() throws Exception {
        var document = Scenes.lighthouse(new ClipStore(temp));
        var project = new DawProjectWriter(document, Arrangement.of(document, Scenes.RATE), p -> "audio/" + p.line().id() + ".wav");
        var piece = new byte[1 << 16];
        new java.util.Random(1).nextBytes(piece);
        var put = new long[1];
        var got = new long[1];
        var held = new long[1];
        var sink = new java.io.OutputStream() {
            @Override
            public void write(int b) {
                got[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                got[0] += count;
            }
        };
        project.write(sink, (p, to) -> {
            for (int i = 0; i < 100; i++) {
                to.write(piece);
                put[0] += piece.length;
                held[0] = Math.max(held[0], put[0] - got[0]);
            }
        });
        assertEquals(3 * 100L << 16, put[0]);
        assertTrue(got[0] > put[0], "noise does not shrink: " + got[0]);
        assertTrue(held[0] < 1 << 20, held[0] + " bytes held");
    }
}
