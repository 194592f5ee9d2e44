package studio.parley.studio.transcription;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.parley.problem.Problem;
import studio.parley.recognition.Transcript;
import studio.parley.recognition.Transcript.Segment;
import studio.parley.studio.export.Subtitles;

/** How a transcript is written to a file. */
public enum TranscriptFormat {
    TEXT("txt") {
        @Override
        public String write(Path file, Transcript transcript) {
            return transcript.segments().stream().map(s -> s.text() + "\n").collect(Collectors.joining());
        }
    },
    JSON("json") {
        @Override
        public String write(Path file, Transcript transcript) {
            var json = new JsonObject();
            json.addProperty("file", file.toString());
            json.addProperty("language", transcript.language());
            json.add("seconds", GSON.toJsonTree(transcript.seconds()));
            json.addProperty("text", transcript.text());
            json.add("segments", GSON.toJsonTree(transcript.segments()));
            return GSON.toJson(json) + "\n";
        }
    },
    SRT("srt") {
        @Override
        public String write(Path file, Transcript transcript) {
            return Subtitles.srt(TranscriptCues.of(transcript));
        }
    },
    VTT("vtt") {
        @Override
        public String write(Path file, Transcript transcript) {
            return Subtitles.webVtt(TranscriptCues.of(transcript));
        }
    },
    WORDS("tsv") {
        @Override
        public String write(Path file, Transcript transcript) {
            return transcript.words().stream().map(w -> String.format(Locale.ROOT, "%.3f\t%.3f\t%.3f\t%s\n", w.from(), w.to(), w.probability(), w.text()))
                    .collect(Collectors.joining());
        }
    };

    /** Three decimals are enough for seconds and probabilities. */
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(double.class, (JsonSerializer<Double>) (v, _, _) -> new JsonPrimitive(rounded(v)))
            .registerTypeAdapter(Double.class, (JsonSerializer<Double>) (v, _, _) -> new JsonPrimitive(rounded(v))).create();

    private final String extension;

    TranscriptFormat(String extension) {
        this.extension = extension;
    }

    /** By a file's extension; others are refused. */
    public static TranscriptFormat of(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> name.endsWith("." + f.extension)).findFirst().orElseThrow(() -> Problem.input("A transcript cannot be written to "
                + file + ": its extension is not known. Use .txt, .json, .srt, .vtt or .tsv, or name the format (--text, --json, --srt, --vtt, --words)."));
    }

    public String extension() {
        return extension;
    }

    /** Whether it is a whole file, so that two cannot follow each other. */
    public boolean isFile() {
        return this == SRT || this == VTT;
    }

    /** Whether it says which file it is about. */
    public boolean namesFile() {
        return this == JSON;
    }

    public abstract String write(Path file, Transcript transcript);

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
