package studio.parley.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.parley.dialogue.Delivery;
import studio.parley.render.RenderListener;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceClip;

/** Speaks a text, which may be {@code a||b1||c0}. */
public record SpeakText(LoadedModel model) {
    /** What to say and how. */
    public record Request(String text, int speaker, List<ReferenceClip> references, ClipPreset preparation, Delivery delivery,
            long seed) {}

    /** generator.py's default. */
    private static final int USUAL_MILLIS = 10_000;

    public List<SpokenPart> run(Request request, WatermarkApplier mark, AppDirectories directories, RenderListener listener) {
        return run(request, mark, directories, listener, notice -> { }, part -> { });
    }

    /**
     * All parts in order, long ones split; {@code mark} is applied to the audio of every part.
     *
     * @param notices receives notices about the references
     * @param each gets each part when it is rendered
     */
    public List<SpokenPart> run(Request request, WatermarkApplier mark, AppDirectories directories, RenderListener listener, Consumer<String> notices,
            Consumer<SpokenPart> each) {
        var parts = PromptSession.parts(request.text(), request.speaker());
        var style = new PromptSession.Style(request.preparation(), request.delivery(), request.seed(), USUAL_MILLIS, Integer.MAX_VALUE);
        try (var session = new PromptSession(model, directories, mark, style)) {
            session.listen(request.references()).forEach(notices);
            model.speech().info().reading().notice("The text", request.text()).ifPresent(notices);
            session.check(parts);
            var spoken = new ArrayList<SpokenPart>();
            for (var part : parts) {
                spoken.add(session.say(part, listener));
                session.remember();
                each.accept(spoken.getLast());
            }
            return spoken;
        }
    }
}
