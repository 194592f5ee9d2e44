package studio.parley.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.audio.codec.AudioFiles;
import studio.parley.io.Disk;
import studio.parley.io.IoProblem;
import studio.parley.io.TempFolder;
import studio.parley.studio.WatermarkApplier;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.project.script.ScriptRenderOptions;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.studio.synthesis.Synthesizer;

/** POST /v1/audio/conversation: a script is rendered as {@code parley render} does it, in a temporary folder. */
record ConversationEndpoint(WorkQueue queue, Synthesizer synthesizer, VoiceNames voices, ModelNames models, Casting casting, LoadedModel model, WatermarkApplier mark, AppDirectories directories)
        implements Endpoint {
    @Override
    public void answer(ApiExchange exchange) throws IOException {
        exchange.json(fields -> {
            models.check(fields);
            speak(exchange, ConversationRequest.of(fields, voices, synthesizer::canSay));
        });
    }

    private void speak(ApiExchange exchange, ConversationRequest request) throws IOException {
        exchange.note(request.format().spelled() + ", " + Router.count(request.script().conversation().lines().size(), "line"));
        exchange.label();
        if (request.streamed()) {
            new StreamedReply(queue).send(exchange, request.format().type(), out -> {
                render(request, ScriptRenderOptions.STANDARD_OUTPUT, out);
                return out;
            });
        } else exchange.send(200, request.format().type(), exchange.await(queue.submit(() -> whole(request))));
    }

    private byte[] whole(ConversationRequest request) {
        var folder = TempFolder.folder();
        try {
            var file = folder.resolve("conversation." + request.format().file().map(f -> f.ending()).orElse("wav"));
            render(request, file, OutputStream.nullOutputStream());
            return request.format() == ResponseFormat.PCM ? ReplyEncoder.encode(ResponseFormat.PCM, AudioFiles.read(file)) : bytes(file);
        } finally {
            Disk.remove(folder);
        }
    }

    private void render(ConversationRequest request, Path output, OutputStream pipe) {
        new RenderScript(model, request.options(output), request.reading(casting::words), mark, event -> { }).run(directories, pipe);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw IoProblem.of("read", file, e);
        }
    }
}
