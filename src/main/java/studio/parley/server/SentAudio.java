package studio.parley.server;

import java.io.IOException;
import java.util.Base64;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.audio.pcm.AudioLimits;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.wav.RandomAccessBytes;
import studio.parley.problem.Problem;

/** Audio that came with a request, decoded in memory. */
final class SentAudio {
    /** How long it may be; decoding ends there. */
    record Limit(double seconds, String sentence) {
        /** What is transcribed. */
        static final Limit RECORDING = new Limit(3600, "is longer than an hour. Send it in parts.");
        static final Limit REFERENCE = new Limit(60, "is longer than a minute. Send 10 to 20 s of it.");

        /** Of an earlier turn, when the others have taken their part of five minutes. */
        static Limit turn(double taken) {
            return new Limit(300 - taken, "makes the audio of all turns longer than five minutes. Send only the latest turns.");
        }
    }

    private SentAudio() {}

    /** Base64 of an audio file, with or without the prefix of a data URL. */
    static Pcm base64(JsonFields fields, String name, String text, Limit limit) {
        try {
            return decode(Base64.getDecoder().decode(text.replaceFirst("^data:[^,]{0,100},", "").replaceAll("\\s", "")), fields.prefix() + name, limit);
        } catch (IllegalArgumentException e) {
            throw fields.wrong(name, "is not Base64");
        }
    }

    static Pcm decode(byte[] bytes, String parameter, Limit limit) {
        try {
            var pcm = AudioLimits.atMost(limit.seconds(), () -> AudioFiles.decode(RandomAccessBytes.of(bytes), "'" + parameter + "'")).pcm();
            if (pcm.frames() == 0) throw ApiError.value(parameter, "'" + parameter + "' has no sound. Send a recording.");
            return pcm;
        } catch (IOException e) {
            throw ApiError.value(parameter, "'" + parameter + "' is damaged. Send another file.");
        } catch (AudioLimits.TooLong e) {
            throw ApiError.value(413, parameter, "audio_too_long", "'" + parameter + "' " + limit.sentence());
        } catch (Problem e) {
            throw ApiError.value(parameter, String.valueOf(e.getMessage()));
        }
    }
}
