package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.parley.audio.store.ClipStore;
import studio.parley.problem.Problem;
import studio.parley.render.ReferenceCodesCache;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderedTake;
import studio.parley.render.Renderer;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextOverflow;
import studio.parley.speech.ContextTurn;

/** A renderer and its reference clips, for as long as a use case runs. */
final class RenderContext implements AutoCloseable {
    private final LoadedModel model;
    private final Renderer renderer;
    private final ReferenceCodesCache references;
    private final List<String> notices = new ArrayList<>();
    private final Map<ContextTurn, Path> files = new IdentityHashMap<>();

    RenderContext(LoadedModel model, AppDirectories directories, WatermarkApplier mark, int rows, int retries) {
        this.model = model;
        this.references = new ReferenceCodesCache(model.speech(), new ClipStore(directories.references()));
        this.renderer = new Renderer(model.speech(), mark::apply, rows, retries);
    }

    Renderer renderer() {
        return renderer;
    }

    /** Notices about the references. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /** Encoded reference clips, in order. */
    List<ContextTurn> references(List<ReferenceClip> clips, ClipPreset preparation) {
        var turns = new ArrayList<ContextTurn>();
        notices.clear();
        for (var clip : clips) {
            var prepared = PreparedClip.of(clip.file(), preparation, model.rate());
            notices.addAll(prepared.notices());
            turns.add(references.turn(clip.speaker(), clip.transcript(), prepared.heard()));
            files.put(turns.getLast(), clip.file());
        }
        return turns;
    }

    /**
     * From the available context: references of those who speak in the earlier parts of the context, or are to speak, then those parts.
     *
     * @param speaker who is to speak
     */
    static List<ContextTurn> heard(List<ContextTurn> references, List<ContextTurn> spoken, int speaker) {
        var speakers = spoken.stream().map(ContextTurn::speaker).collect(Collectors.toSet());
        return Stream.concat(references.stream().filter(r -> r.speaker() == speaker || speakers.contains(r.speaker())), spoken.stream()).toList();
    }

    /** Renders a line; if a reference clip is the reason that it does not fit, the problem names it. */
    List<RenderedTake> render(UtteranceRequest prompt, RenderListener listener) {
        try {
            return renderer.render(prompt, Renderer.fit(model.speech(), prompt), listener);
        } catch (ContextOverflow tooLong) {
            throw named(tooLong);
        }
    }

    private Problem named(ContextOverflow tooLong) {
        var file = tooLong.longest().filter(t -> tooLong.isForTheLongest()).map(files::get);
        return file.<Problem>map(f -> Problem.input(tooLong.sentence(f.toString(), "Use a clip of 10 to 20 s and only its transcript.")))
                .orElse(tooLong);
    }

    /**
     * Checks before anything is rendered whether every line fits with the references, which are the context of the prompts.
     *
     * @throws studio.parley.problem.Problem if one does not
     */
    void checkRoom(List<UtteranceRequest> lines) {
        try {
            lines.forEach(prompt -> Renderer.fit(model.speech(), prompt));
        } catch (ContextOverflow tooLong) {
            throw named(tooLong);
        }
    }

    @Override
    public void close() {
        renderer.close();
    }
}
