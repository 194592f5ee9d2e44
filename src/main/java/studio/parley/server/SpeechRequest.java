package studio.parley.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
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

    static final String NOTHING_SAID = "has nothing that the model can say. Send words, in an alphabet that it knows";

    /** An earlier turn. */
    record Turn(VoiceChoice voice, String text, Optional<Pcm> sound) {}

    /** @param sayable whether the model can say anything of a text */
    static SpeechRequest of(JsonFields fields, VoiceNames voices, Predicate<String> sayable) {
        var direction = fields.text("instructions").orElse("");
        var sent = sent(fields);
        var voice = sent.<VoiceChoice>map(v -> v).orElseGet(() -> voices.of(fields, "voice", direction));
        var format = ResponseFormat.of(fields);
        boolean words = fields.flag("word_timestamps").orElse(false);
        return new SpeechRequest(voice, input(fields, "input", sayable), turns(fields, voices, sent, sayable), delivery(fields), fields.whole("seed", 0, MOST_SEED),
                fields.number("speed", SLOWEST, FASTEST).orElse(1.0), format, !words && streamed(fields, format), words);
    }

    private static Optional<VoiceChoice.Sent> sent(JsonFields fields) {
        var words = written(fields, "reference_text");
        if (words.isPresent() && fields.find("reference").isEmpty()) throw fields.wrong("reference_text", "is what is said in 'reference', which is missing. Send an audio file there");
        return fields.text("reference").map(r -> new VoiceChoice.Sent(SentAudio.base64(fields, "reference", r, SentAudio.Limit.REFERENCE), words));
    }

    /** A text that is there, can be said, and is not too long. */
    private static String input(JsonFields fields, String name, Predicate<String> sayable) {
        var text = fields.text(name).map(String::strip).orElse("");
        if (text.isEmpty()) throw fields.wrong(name, "is missing. Send the text to speak");
        if (text.length() > MOST_TEXT) throw fields.wrong(name, "has " + text.length() + " characters; at most " + MOST_TEXT + " are spoken at once. Send it in parts");
        if (!sayable.test(text)) throw fields.wrong(name, NOTHING_SAID);
        return text;
    }

    private static Optional<String> written(JsonFields fields, String name) {
        return fields.text(name).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static List<Turn> turns(JsonFields fields, VoiceNames voices, Optional<? extends VoiceChoice> sent, Predicate<String> sayable) {
        var out = new ArrayList<Turn>();
        int length = 0;
        double seconds = 0;
        for (var turn : fields.objects("conversation", MOST_TURNS)) {
            boolean same = sent.isPresent() && turn.text("voice").filter(VoiceNames.REFERENCE::equals).isPresent();
            var text = input(turn, "text", sayable);
            length += text.length();
            if (length > 4 * MOST_TEXT) throw fields.wrong("conversation", "is longer than " + 4 * MOST_TEXT + " characters. Send only its latest turns");
            var limit = SentAudio.Limit.turn(seconds);
            var sound = turn.text("audio").map(a -> SentAudio.base64(turn, "audio", a, limit));
            seconds += sound.map(Pcm::seconds).orElse(0.0);
            out.add(new Turn(same ? sent.get() : voices.of(turn, "voice", ""), text, sound));
        }
        return out;
    }

    static Delivery delivery(JsonFields fields) {
        var topK = fields.whole("top_k", 1, 1000);
        return new Delivery(fields.number("temperature", 0, 2).orElse(null), topK.isPresent() ? (int) topK.getAsLong() : null, null, null);
    }

    private static boolean streamed(JsonFields fields, ResponseFormat format) {
        var how = fields.text("stream_format");
        if (how.filter(h -> !h.equals("audio")).isPresent()) throw fields.wrong("stream_format", "must be audio; events are not available");
        return fields.flag("stream").orElse(how.isPresent() || format.isStreamed());
    }
}
