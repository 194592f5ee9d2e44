package studio.parley.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Delivery;

/**
 * What POST /v1/audio/speech asks for.
 *
 * @param streamed sent while it is spoken
 * @param words the answer is JSON with the times of the words
 */
record SpeechRequest(VoiceChoice voice, String text, List<Turn> turns, Delivery delivery, OptionalLong seed, double speed, ResponseFormat format, boolean streamed,
        boolean words) {
    /** As OpenAI has it. */
    static final int MOST_TEXT = 4096;
    private static final int MOST_TURNS = 64;
    /** What JSON's numbers hold exactly. */
    static final long MOST_SEED = 1L << 53;
    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    /** An earlier turn. */
    record Turn(VoiceChoice voice, String text, Optional<Pcm> sound) {}

    static SpeechRequest of(JsonFields fields, VoiceNames voices) {
        var direction = fields.text("instructions").orElse("");
        var sent = fields.text("reference").map(r -> new VoiceChoice.Sent(SentAudio.base64(fields, "reference", r), written(fields, "reference_text")));
        var voice = sent.<VoiceChoice>map(v -> v).orElseGet(() -> voices.of(fields, "voice", direction));
        var format = ResponseFormat.of(fields);
        boolean words = fields.flag("word_timestamps").orElse(false);
        return new SpeechRequest(voice, input(fields, "input"), turns(fields, voices, sent), delivery(fields), fields.whole("seed", 0, MOST_SEED),
                fields.number("speed", SLOWEST, FASTEST).orElse(1.0), format, !words && streamed(fields, format), words);
    }

    /** A text that is there, and not too long. */
    static String input(JsonFields fields, String name) {
        var text = fields.text(name).map(String::strip).orElse("");
        if (text.isEmpty()) throw fields.wrong(name, "is missing. Send the text to speak");
        if (text.length() > MOST_TEXT) throw fields.wrong(name, "has " + text.length() + " characters; at most " + MOST_TEXT + " are spoken at once. Send it in parts");
        return text;
    }

    private static Optional<String> written(JsonFields fields, String name) {
        return fields.text(name).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static List<Turn> turns(JsonFields fields, VoiceNames voices, Optional<? extends VoiceChoice> sent) {
        var out = new ArrayList<Turn>();
        int length = 0;
        for (var turn : fields.objects("conversation", MOST_TURNS)) {
            boolean same = sent.isPresent() && turn.text("voice").filter("reference"::equals).isPresent();
            var text = input(turn, "text");
            length += text.length();
            if (length > 4 * MOST_TEXT) throw fields.wrong("conversation", "is longer than " + 4 * MOST_TEXT + " characters. Send only its latest turns");
            out.add(new Turn(same ? sent.get() : voices.of(turn, "voice", ""), text, turn.text("audio").map(a -> SentAudio.base64(turn, "audio", a))));
        }
        return out;
    }

    private static Delivery delivery(JsonFields fields) {
        var topK = fields.whole("top_k", 1, 1000);
        return new Delivery(fields.number("temperature", 0, 2).orElse(null), topK.isPresent() ? (int) topK.getAsLong() : null, null, null);
    }

    private static boolean streamed(JsonFields fields, ResponseFormat format) {
        var how = fields.text("stream_format");
        if (how.filter(h -> !h.equals("audio")).isPresent()) throw fields.wrong("stream_format", "must be audio; events are not available");
        return fields.flag("stream").orElse(how.isPresent() || format.isStreamed());
    }
}
