package studio.parley.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import studio.parley.recognition.TranscriptionOptions;

/** POST /v1/audio/transcriptions. */
record TranscriptionEndpoint(WorkQueue queue, OpenRecogniser ears) implements Endpoint {
    /** As OpenAI has it. */
    private static final int MOST_BYTES = 25 << 20;

    @Override
    public void answer(ApiExchange exchange) throws IOException {
        ears.require();
        exchange.body(MOST_BYTES, body -> {
            var form = Multipart.parse(exchange.header("Content-Type").orElse(""), body);
            var format = ReplyTranscript.of(form.text("response_format").orElse("json"));
            var file = form.find("file").orElseThrow(() -> ApiError.value("file", "'file' is missing. Send an audio file."));
            var options = new TranscriptionOptions(form.text("language"), false, form.text("prompt").orElse(""));
            // Decoded only when it is its turn: of many long recordings that wait, only the files take memory.
            var heard = exchange.await(queue.submit(() -> ears.hear(SentAudio.decode(file, "file", SentAudio.Limit.RECORDING), options)));
            exchange.note(String.format(Locale.ROOT, "%s, %.2f s of sound", format.name().toLowerCase(Locale.ROOT), heard.seconds()));
            exchange.send(200, format.type(), format.write(heard).getBytes(StandardCharsets.UTF_8));
        });
    }
}
