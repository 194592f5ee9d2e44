package studio.parley.studio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import studio.parley.audio.ClipShelf;

class DawProjectTest {
    @TempDir
    Path temp;

    @Test
    void everyLineIsAClipOnItsSpeakersTrack() throws Exception {
        var document = Scenes.lighthouse(new ClipShelf(temp));
        var project = new DawProject(document, Arrangement.of(document, Scenes.RATE), p -> "audio/" + p.line().id() + ".wav");
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
        project.write(out, p -> new byte[] {1});
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) names.add(e.getName());
        }
        assertEquals(List.of("project.xml", "metadata.xml", "audio/L1.wav", "audio/L2.wav", "audio/L4.wav"), names);
    }
}
