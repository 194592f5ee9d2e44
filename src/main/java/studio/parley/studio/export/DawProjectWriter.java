package studio.parley.studio.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement.Part;

/**
 * A DAWproject (github.com/bitwig/dawproject, version 1.0): a ZIP of {@code project.xml}, {@code metadata.xml} and the clips, which Bitwig,
 * Studio One and Cubase open. A track for each speaker, a clip for each line with trim and fades; gain and ducking of a line as its clip's
 * gain envelope.
 *
 * @param files name of each part's untrimmed clip inside the ZIP
 */
public record DawProjectWriter(Document document, Arrangement arrangement, Function<Part, String> files) {
    /** Writes a part's WAV file to a stream, in pieces. */
    @FunctionalInterface
    public interface Clips {
        void copy(Part part, OutputStream to) throws IOException;
    }

    /** Writes the ZIP, one clip after the other; beyond 4 GB or 65,535 clips as ZIP64. Closes the stream. */
    public void write(OutputStream out, Clips clips) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8)) {
            entry(zip, "project.xml", to -> to.write(projectXml().getBytes(StandardCharsets.UTF_8)));
            entry(zip, "metadata.xml", to -> to.write(metadataXml().getBytes(StandardCharsets.UTF_8)));
            for (var part : arrangement.parts()) entry(zip, files.apply(part), to -> clips.copy(part, to));
        }
    }

    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        var entry = new ZipEntry(name);
        // The same project gives the same file.
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    String metadataXml() {
        return xml(x -> {
            x.open("MetaData");
            x.text("Title", document.conversation().title());
            x.text("Artist", document.settings().author());
            x.text("Comment", "AI-generated speech (synthetic voices), made with Parley");
            x.close();
        });
    }

    String projectXml() {
        return xml(x -> {
            x.open("Project", "version", "1.0");
            x.empty("Application", "name", "Parley", "version", "1");
            x.open("Transport");
            x.empty("Tempo", "unit", "bpm", "value", "120", "id", "tempo");
            x.empty("TimeSignature", "numerator", "4", "denominator", "4", "id", "signature");
            x.close();
            x.open("Structure");
            for (var speaker : document.conversation().speakers()) track(x, speaker);
            x.open("Track", "contentType", "audio", "loaded", "true", "id", "master", "name", "Master");
            x.open("Channel", "audioChannels", "2", "role", "master", "solo", "false", "id", "master-channel");
            x.empty("Volume", "unit", "linear", "value", "1", "min", "0", "max", "2", "id", "master-volume", "name", "Volume");
            x.close();
            x.close();
            x.close();
            arrangement(x);
            x.close();
        });
    }

    private void track(Xml x, Speaker speaker) throws XMLStreamException {
        var track = document.track(speaker.number());
        var id = "speaker-" + speaker.number();
        x.open("Track", "contentType", "audio", "loaded", "true", "id", id, "name", speaker.name(), "color", track.colour());
        x.open("Channel", "audioChannels", "1", "destination", "master-channel", "role", "regular", "solo", "" + track.solo(), "id", id + "-channel");
        x.empty("Mute", "value", "" + track.muted(), "id", id + "-mute", "name", "Mute");
        x.empty("Pan", "unit", "normalized", "value", "" + (0.5 + track.pan() / 2), "min", "0", "max", "1", "id", id + "-pan", "name", "Pan");
        x.empty("Volume", "unit", "linear", "value", "" + Arrangement.linear(track.gainDb()), "min", "0", "max", "16", "id", id + "-volume", "name", "Volume");
        x.close();
        x.close();
    }

    private void arrangement(Xml x) throws XMLStreamException {
        x.open("Arrangement", "id", "arrangement");
        x.open("Lanes", "timeUnit", "seconds", "id", "lanes");
        for (var speaker : document.conversation().speakers()) {
            x.open("Lanes", "track", "speaker-" + speaker.number(), "id", "lanes-" + speaker.number());
            x.open("Clips", "id", "clips-" + speaker.number());
            for (var part : arrangement.parts()) if (part.speaker().equals(speaker)) clip(x, part);
            x.close();
            x.close();
        }
        x.close();
        if (!document.markers().isEmpty()) {
            x.open("Markers", "timeUnit", "seconds");
            for (var m : document.markers()) x.empty("Marker", "time", "" + m.millis() / 1000.0, "name", m.label());
            x.close();
        }
        x.close();
    }

    private void clip(Xml x, Part part) throws XMLStreamException {
        x.open("Clip", "time", time(part.start()), "duration", time(part.frames()), "contentTimeUnit", "seconds", "playStart", time(part.skip()),
                "fadeTimeUnit", "seconds", "fadeInTime", time(part.fadeIn()), "fadeOutTime", time(part.fadeOut()),
                "name", Subtitles.oneLine(part.line().text()), "color", document.track(part.speaker().number()).colour());
        boolean even = part.ducks().isEmpty() && document.decoration(part.line().id()).gainDb() == 0;
        if (!even) x.open("Lanes", "timeUnit", "seconds");
        var take = part.take();
        x.open("Audio", "channels", "1", "sampleRate", "" + take.rate(), "duration", "" + (double) part.samples() / take.rate(), "timeUnit", "seconds");
        x.empty("File", "path", files.apply(part));
        x.close();
        if (!even) {
            gain(x, part);
            x.close();
        }
        x.close();
    }

    /** Times of the content count from the start of the clip file, not of its trimmed part. */
    private void gain(Xml x, Part part) throws XMLStreamException {
        x.open("Points", "unit", "linear", "timeUnit", "seconds");
        x.empty("Target", "expression", "gain");
        double own = Arrangement.linear(document.decoration(part.line().id()).gainDb());
        for (var p : DuckEnvelope.of(part, arrangement.rate())) {
            x.empty("RealPoint", "time", "" + (p.seconds() + arrangement.seconds(part.skip())), "value", "" + p.gain() * own, "interpolation", "linear");
        }
        x.close();
    }

    private String time(long frames) {
        return "" + arrangement.seconds(frames);
    }

    private interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    private static String xml(Body body) {
        var bytes = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            body.write(new Xml(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not refuse", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Elements with attributes in pairs; characters that are not valid in XML are left out. */
    private record Xml(XMLStreamWriter out) {
        void open(String name, String... attributes) throws XMLStreamException {
            out.writeStartElement(name);
            attributes(attributes);
        }

        void empty(String name, String... attributes) throws XMLStreamException {
            out.writeEmptyElement(name);
            attributes(attributes);
        }

        void text(String name, String text) throws XMLStreamException {
            if (text.isEmpty()) return;
            out.writeStartElement(name);
            out.writeCharacters(clean(text));
            out.writeEndElement();
        }

        void close() throws XMLStreamException {
            out.writeEndElement();
        }

        private void attributes(String... pairs) throws XMLStreamException {
            for (int i = 0; i < pairs.length; i += 2) out.writeAttribute(pairs[i], clean(pairs[i + 1]));
        }

        private static String clean(String text) {
            return text.codePoints().filter(c -> c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000 || c == 9 || c == 10)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }
}
