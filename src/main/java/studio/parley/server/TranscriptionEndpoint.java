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
            var sound = SentAudio.decode(file, "file");
            exchange.note(String.format(Locale.ROOT, "%s, %.2f s of sound", format.name().toLowerCase(Locale.ROOT), sound.seconds()));
            var heard = queue.submit(() -> ears.hear(sound, options)).await();
            exchange.send(200, format.type(), format.write(heard).getBytes(StandardCharsets.UTF_8));
        });
    }
}
