package studio.parley.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import studio.parley.audio.pcm.Pcm;
import studio.parley.io.ByteSink;
import studio.parley.recognition.TranscriptionOptions;
import studio.parley.studio.transcription.TakeTranscript;
import studio.parley.studio.transcription.TextTimes;

/** POST /v1/audio/speech. */
record SpeechEndpoint(WorkQueue queue, SpeechWork work, VoiceNames voices, ModelNames models, OpenRecogniser ears) implements Endpoint {
    @Override
    public void answer(ApiExchange exchange) throws IOException {
        exchange.json(fields -> {
            models.check(fields);
            speak(exchange, SpeechRequest.of(fields, voices, work.synthesizer()::canSay));
        });
    }

    private void speak(ApiExchange exchange, SpeechRequest request) throws IOException {
        note(exchange, request, "");
        exchange.label();
        if (request.words()) timed(exchange, request);
        else if (request.streamed()) {
            double seconds = new StreamedReply(queue).send(exchange, request.format().type(), out -> work.stream(request, ByteSink.of(out)));
            note(exchange, request, spoken(seconds));
        } else whole(exchange, request);
    }

    private void whole(ApiExchange exchange, SpeechRequest request) throws IOException {
        var sound = exchange.await(queue.submit(() -> work.whole(request)));
        note(exchange, request, spoken(sound.seconds()));
        exchange.send(200, request.format().type(), ReplyEncoder.encode(request.format(), sound));
    }

    private static String spoken(double seconds) {
        return String.format(Locale.ROOT, ", %.2f s of sound", seconds);
    }

    private static void note(ApiExchange exchange, SpeechRequest request, String more) {
        exchange.note(request.format().spelled() + ", " + Router.count(request.text().length(), "character") + more);
    }

    private record Timed(Pcm sound, TakeTranscript heard) {}

    private void timed(ApiExchange exchange, SpeechRequest request) throws IOException {
        ears.require();
        var timed = exchange.await(queue.submit(() -> {
            var sound = work.whole(request);
            var words = ears.hear(sound, TranscriptionOptions.USUAL).words();
            return new Timed(sound, new TakeTranscript("", words.stream().map(w -> new TakeTranscript.Word(w.text(), w.from(), w.to(), w.probability())).toList()));
        }));
        note(exchange, request, spoken(timed.sound().seconds()));
        var json = new JsonObject();
        json.addProperty("audio", Base64.getEncoder().encodeToString(ReplyEncoder.encode(request.format(), timed.sound())));
        json.addProperty("format", request.format().spelled());
        json.addProperty("duration", seconds(timed.sound().seconds()));
        json.add("words", words(request.text(), timed.heard()));
        exchange.send(200, json);
    }

    private static JsonArray words(String text, TakeTranscript heard) {
        var out = new JsonArray();
        for (var word : TextTimes.of(text, heard)) {
            var json = new JsonObject();
            json.addProperty("word", text.substring(word.from(), word.to()));
            json.addProperty("start", seconds(word.begin()));
            json.addProperty("end", seconds(word.end()));
            out.add(json);
        }
        return out;
    }

    private static double seconds(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
