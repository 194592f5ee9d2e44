package studio.parley.server;

import java.io.IOException;
import java.util.Base64;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.RandomAccessBytes;
import studio.parley.problem.Problem;

/** Audio that came with a request, decoded in memory. */
final class SentAudio {
    private SentAudio() {}

    /** Base64 of an audio file, with or without the prefix of a data URL. */
    static Pcm base64(JsonFields fields, String name, String text) {
        try {
            return decode(Base64.getMimeDecoder().decode(text.replaceFirst("^data:[^,]{0,100},", "")), fields.prefix() + name);
        } catch (IllegalArgumentException e) {
            throw fields.wrong(name, "is not Base64");
        }
    }

    static Pcm decode(byte[] bytes, String parameter) {
        try {
            var pcm = AudioFiles.decode(RandomAccessBytes.of(bytes), "'" + parameter + "'").pcm();
            if (pcm.frames() == 0) throw ApiError.value(parameter, "'" + parameter + "' has no sound. Send a recording.");
            return pcm;
        } catch (IOException e) {
            throw ApiError.value(parameter, "'" + parameter + "' is damaged. Send another file.");
        } catch (Problem e) {
            throw ApiError.value(parameter, String.valueOf(e.getMessage()));
        }
    }
}
