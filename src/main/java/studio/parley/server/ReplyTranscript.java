package studio.parley.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Locale;
import studio.parley.io.StrictJson;
import studio.parley.recognition.Transcript;
import studio.parley.studio.transcription.TranscriptFormat;

/** What a transcript is sent as. */
enum ReplyTranscript {
    JSON("application/json") {
        @Override
        String write(Transcript heard) {
            var json = new JsonObject();
            json.addProperty("text", text(heard));
            return StrictJson.compact(json);
        }
    },
    TEXT("text/plain; charset=utf-8") {
        @Override
        String write(Transcript heard) {
            return text(heard) + "\n";
        }
    },
    SRT("text/plain; charset=utf-8") {
        @Override
        String write(Transcript heard) {
            return TranscriptFormat.SRT.write(NO_FILE, heard);
        }
    },
    VTT("text/vtt; charset=utf-8") {
        @Override
        String write(Transcript heard) {
            return TranscriptFormat.VTT.write(NO_FILE, heard);
        }
    },
    VERBOSE_JSON("application/json") {
        @Override
        String write(Transcript heard) {
            return StrictJson.compact(verbose(heard));
        }
    };

    /** Subtitles do not name it. */
    private static final Path NO_FILE = Path.of("");

    private final String type;

    ReplyTranscript(String type) {
        this.type = type;
    }

    static ReplyTranscript of(String name) {
        for (var format : values()) if (format.name().toLowerCase(Locale.ROOT).equals(name)) return format;
        throw ApiError.value("response_format", "'response_format' must be json, text, srt, vtt or verbose_json.");
    }

    String type() {
        return type;
    }

    abstract String write(Transcript heard);

    private static String text(Transcript heard) {
        return heard.text().strip();
    }

    /** With the names of OpenAI's interface. */
    private static JsonObject verbose(Transcript heard) {
        var segments = new JsonArray();
        for (var segment : heard.segments()) {
            var json = timed("text", segment.text(), segment.from(), segment.to());
            json.addProperty("id", segments.size());
            json.addProperty("avg_logprob", rounded(segment.averageLogProbability()));
            json.addProperty("no_speech_prob", rounded(segment.noSpeech()));
            segments.add(json);
        }
        var words = new JsonArray();
        for (var word : heard.words()) words.add(timed("word", word.text(), word.from(), word.to()));
        var json = new JsonObject();
        json.addProperty("task", "transcribe");
        json.addProperty("language", Locale.forLanguageTag(heard.language()).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT));
        json.addProperty("duration", rounded(heard.seconds()));
        json.addProperty("text", text(heard));
        json.add("segments", segments);
        json.add("words", words);
        return json;
    }

    private static JsonObject timed(String name, String text, double from, double to) {
        var json = new JsonObject();
        json.addProperty(name, text);
        json.addProperty("start", rounded(from));
        json.addProperty("end", rounded(to));
        return json;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
