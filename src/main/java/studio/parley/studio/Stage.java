package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.ClipShelf;
import studio.parley.io.Disk;
import studio.parley.io.TempFolder;
import studio.parley.render.LinePrompt;
import studio.parley.render.ReferenceShelf;
import studio.parley.render.Renderer;
import studio.parley.speech.Turn;

/** A renderer with its shelf, for as long as a use case runs: a temporary one, or a folder that stays. */
final class Stage implements AutoCloseable {
    private final OpenModel model;
    private final Renderer renderer;
    private final ReferenceShelf references;
    private final Path folder;
    private final boolean temporary;
    private final List<String> notices = new ArrayList<>();

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
            notices.addAll(ReferenceAdvice.on(clip.file(), original, prepared));
            turns.add(references.turn(clip.speaker(), clip.transcript(), prepared));
        }
        return turns;
    }

    /**
     * Looks before anything is spoken whether every line will have room beside the references, which are what the prompts hear.
     *
     * @throws studio.parley.problem.Problem when one will not
     */
    void checkRoom(List<LinePrompt> lines) {
        lines.forEach(renderer::fit);
    }

    @Override
    public void close() {
        renderer.close();
        if (temporary) Disk.remove(folder);
    }
}
