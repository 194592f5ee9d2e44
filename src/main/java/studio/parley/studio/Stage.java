package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.parley.audio.ClipShelf;
import studio.parley.io.Disk;
import studio.parley.io.TempFolder;
import studio.parley.problem.Problem;
import studio.parley.render.LinePrompt;
import studio.parley.render.ReferenceShelf;
import studio.parley.render.RenderListener;
import studio.parley.render.Rendered;
import studio.parley.render.Renderer;
import studio.parley.speech.NoRoom;
import studio.parley.speech.Turn;
import studio.parley.voice.BestStretch;

/** A renderer with its shelf, for as long as a use case runs: a temporary one, or a folder that stays. */
final class Stage implements AutoCloseable {
    private final OpenModel model;
    private final Renderer renderer;
    private final ReferenceShelf references;
    private final Path folder;
    private final boolean temporary;
    private final List<String> notices = new ArrayList<>();
    private final Map<Turn, Path> files = new IdentityHashMap<>();

    private Stage(OpenModel model, Places places, Marking mark, int rows, int retries, Path folder, boolean temporary) {
        this.model = model;
        this.references = new ReferenceShelf(model.speech(), new ClipShelf(places.references()));
        this.folder = folder;
        this.temporary = temporary;
        this.renderer = new Renderer(model.speech(), new ClipShelf(folder), mark::apply, rows, retries);
    }

    /** With a shelf that goes when the stage closes. */
    static Stage open(OpenModel model, Places places, Marking mark, int rows, int retries) {
        return new Stage(model, places, mark, rows, retries, TempFolder.folder(), true);
    }

    /** With a shelf that stays. */
    static Stage open(OpenModel model, Places places, Marking mark, int rows, int retries, Path shelf) {
        return new Stage(model, places, mark, rows, retries, shelf, false);
    }

    Renderer renderer() {
        return renderer;
    }

    /** What a person should know about the references. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    /** Reference clips as the model hears them, in order. */
    List<Turn> references(List<ReferenceClip> clips, Preparation preparation) {
        var turns = new ArrayList<Turn>();
        notices.clear();
        for (var clip : clips) {
            var original = Preparation.read(clip.file());
            var prepared = preparation.clip(original, model.rate());
            var best = preparation == Preparation.WHOLE ? Optional.<BestStretch>empty()
                    : BestStretch.of(preparation == Preparation.NONE ? original : prepared);
            best.ifPresent(b -> notices.add(ReferenceCut.notice(clip.file(), original, b)));
            var heard = best.map(b -> ReferenceCut.cut(prepared, b)).orElse(prepared);
            notices.addAll(ReferenceAdvice.on(clip.file(), original, heard));
            turns.add(references.turn(clip.speaker(), clip.transcript(), heard));
            files.put(turns.getLast(), clip.file());
        }
        return turns;
    }

    /**
     * Of what could be heard: references of those who speak in the earlier parts that are heard, or are to speak, then those parts.
     *
     * @param speaker who is to speak
     */
    static List<Turn> heard(List<Turn> references, List<Turn> spoken, int speaker) {
        var speakers = spoken.stream().map(Turn::speaker).collect(Collectors.toSet());
        return Stream.concat(references.stream().filter(r -> r.speaker() == speaker || speakers.contains(r.speaker())), spoken.stream()).toList();
    }

    /** Speaks a line; where a reference clip leaves no room, the problem names it. */
    List<Rendered> render(LinePrompt prompt, RenderListener listener) {
        try {
            return renderer.render(prompt, listener);
        } catch (NoRoom tooLong) {
            throw named(tooLong);
        }
    }

    private Problem named(NoRoom tooLong) {
        var file = tooLong.longest().filter(t -> tooLong.isForTheLongest()).map(files::get);
        return file.<Problem>map(f -> Problem.input(tooLong.sentence(f.toString(), "Give a clip of 10 to 20 s, with its words only.")))
                .orElse(tooLong);
    }

    /**
     * Looks before anything is spoken whether every line will have room beside the references, which are what the prompts hear.
     *
     * @throws studio.parley.problem.Problem when one will not
     */
    void checkRoom(List<LinePrompt> lines) {
        try {
            lines.forEach(renderer::fit);
        } catch (NoRoom tooLong) {
            throw named(tooLong);
        }
    }

    @Override
    public void close() {
        renderer.close();
        if (temporary) Disk.remove(folder);
    }
}
