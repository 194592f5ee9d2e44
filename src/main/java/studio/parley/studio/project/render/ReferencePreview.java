package studio.parley.studio.project.render;

import java.util.List;
import java.util.Map;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Reference;
import studio.parley.dialogue.Speaker;
import studio.parley.render.RenderListener;
import studio.parley.studio.document.journal.ProjectFolder;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;

/** Speaks a test sentence with one reference clip, to hear how good the clip is; the project is not changed. */
public final class ReferencePreview {
    private ReferencePreview() {}

    /**
     * Takes as long as rendering: call on a worker. Nothing is written to disk.
     *
     * @throws java.util.concurrent.CancellationException if {@link studio.parley.problem.Cancellation} requests it
     * @throws studio.parley.problem.Problem if the clip cannot be used
     */
    public static Pcm speak(LoadedModel model, AppDirectories directories, Document document, ProjectFolder folder, int speaker, String path, String sentence) {
        var trial = document(document, folder, speaker, path, sentence);
        var renderer = new LineRenderer(model, folder, directories, new RenderQueue.Mode(1, 0, false, false));
        try {
            var batch = new LineRenderer.Batch(trial, trial.lines().getFirst(), List.of(trial.settings().seed()), false);
            return renderer.speak(batch, RenderListener.NONE).getFirst().sound();
        } finally {
            renderer.close();
        }
    }

    /** A project of one line and one speaker, whose only clip is this one. */
    static Document document(Document document, ProjectFolder folder, int number, String path, String sentence) {
        var speaker = document.conversation().speaker(number);
        var file = folder.reference(path).toAbsolutePath().toString();
        var alone = new Speaker(number, speaker.name(), List.of(new Reference(file)), speaker.delivery());
        var conversation = new Conversation("", List.of(alone), List.of(Line.of("L1", number, sentence)), document.conversation().delivery());
        var track = document.track(number);
        return new Document(conversation, Map.of(), Map.of(), List.of(), document.pronunciations(), document.settings(), Map.of())
                .with(number, track.with(file, track.reference(path)));
    }
}
