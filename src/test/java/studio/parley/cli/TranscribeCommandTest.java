package studio.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavFiles;
import studio.parley.golden.Golden;
import studio.parley.recognition.TinyWhisper;

/** {@code parley transcribe} with a random recogniser: files, formats and refusals, not words. */
class TranscribeCommandTest extends CommandTestCase {
    private String silence(String name) {
        var file = home.resolve(name);
        WavFiles.write(file, Pcm.silence(24_000, 2, 12_000), SampleFormat.PCM_16);
        return file.toString();
    }

    @Test
    void silenceIsAnEmptyTranscriptInEveryFormat() throws Exception {
        var model = TinyWhisper.make(home.resolve("recognisers").resolve("tiny").toAbsolutePath());
        var file = silence("a.wav");
        assertEquals(0, run("transcribe", file, "--model", "tiny"), () -> err);
        assertEquals("", out);
        assertEquals(0, run("transcribe", file, silence("b.wav"), "--json", "--model", model.toString()), () -> err);
        assertEquals(2, out.lines().count());
        var json = JsonParser.parseString(out.lines().findFirst().orElseThrow()).getAsJsonObject();
        assertEquals(0.5, json.get("seconds").getAsDouble());
        assertEquals(0, json.getAsJsonArray("segments").size());
        var vtt = home.resolve("new").resolve("a.vtt");
        assertEquals(0, run("transcribe", file, "-o", vtt.toString(), "--model", "tiny"), () -> err);
        assertEquals("WEBVTT\n", Files.readString(vtt));
        var outputs = Files.createDirectory(home.resolve("outputs"));
        assertEquals(0, run("transcribe", file, silence("b.wav"), "--words", "-o", outputs.toString(), "--model", "tiny"), () -> err);
        assertTrue(Files.exists(outputs.resolve("a.tsv")) && Files.exists(outputs.resolve("b.tsv")));
    }

    @Test
    void whatCannotBeDoneIsSaidBefore() throws Exception {
        var file = silence("a.wav");
        refused(4, "has no recogniser", "transcribe", file);
        refused(4, "There is no recogniser none", "transcribe", file, "--model", "none");
        refused(4, "recogniser.json is missing", "transcribe", file, "--model", Golden.folder("tiny-a").toString());
        var model = TinyWhisper.make(home.resolve("tiny")).toString();
        refused(3, "There is no audio file", "transcribe", home.resolve("none.wav").toString(), "--model", model);
        refused(3, "extension is not known", "transcribe", file, "-o", home.resolve("a.doc").toString(), "--model", model);
        refused(3, "is also an input", "transcribe", file, "--text", "-o", file, "--model", model);
        refused(3, "English only", "transcribe", file, "--language", "de", "--model", model);
        refused(3, "below 0", "transcribe", file, "--threads", "-1", "--model", model);
        refused(2, "need a folder", "transcribe", file, silence("b.wav"), "--srt", "--model", model);
        refused(2, "mutually exclusive", "transcribe", file, "--srt", "--vtt", "--model", model);
        refused(2, "FILE", "transcribe");
        var text = Files.writeString(home.resolve("a.txt"), "words");
        refused(3, "is a text file", "transcribe", text.toString(), "--model", model);
    }

    private void refused(int code, String words, String... arguments) {
        assertEquals(code, run(arguments), () -> String.join(" ", arguments) + ": " + err);
        assertTrue(err.contains(words), err);
        assertFalse(err.contains("\tat "), err);
    }
}
