package studio.parley.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.OffsetPrompt;
import studio.parley.problem.Problem;
import studio.parley.render.LinePrompt;
import studio.parley.render.RenderListener;
import studio.parley.render.Seeds;
import studio.parley.speech.LongText;
import studio.parley.speech.Turn;

/**
 * Says a text, which may be {@code a||b1||c0}: every part hears all references in order, for they were given to be heard, then the parts
 * before it, as words and codes.
 */
public final class Say {
    /** One part as it was spoken; {@code codes} are frames of codes. */
    public record Part(int speaker, String text, List<int[]> codes, Pcm sound, List<String> checks, double seconds) {}

    /** What to say and how. */
    public record Request(String text, int speaker, List<ReferenceClip> references, Preparation preparation, Delivery delivery,
            long seed) {}

    /** The longest length where none is asked for and the words need no more: generator.py's usual. */
    private static final int USUAL_MILLIS = 10_000;

    private final OpenModel model;

    public Say(OpenModel model) {
        this.model = model;
    }

    public List<Part> run(Request request, Marking mark, Places places, RenderListener listener) {
        return run(request, mark, places, listener, notice -> { }, part -> { });
    }

    /**
     * All parts in order, long ones in pieces; {@code mark} is put into every part's sound.
     *
     * @param notices hears what a person should know about the references
     * @param each gets each part when it is spoken
     */
    public List<Part> run(Request request, Marking mark, Places places, RenderListener listener, Consumer<String> notices, Consumer<Part> each) {
        var parts = parts(request);
        try (var stage = Stage.open(model, places, mark, 1, 0)) {
            var references = stage.references(request.references(), request.preparation());
            stage.notices().forEach(notices);
            var heard = new ArrayList<Turn>(references);
            var spoken = new ArrayList<Part>();
            stage.checkRoom(parts.stream().map(p -> prompt(request, p, 0, references)).toList());
            for (var part : parts) {
                spoken.add(say(stage, request, part, spoken.size(), heard, listener));
                each.accept(spoken.getLast());
            }
            return spoken;
        }
    }

    private static List<OffsetPrompt.Part> parts(Request request) {
        var parts = new ArrayList<OffsetPrompt.Part>();
        int number = 0;
        for (var part : OffsetPrompt.parse(request.text(), request.speaker())) {
            number++;
            if (part.text().isBlank()) throw Problem.input("Part " + number + " of the text has no words; write some or take a || out.");
            LongText.pieces(part.text()).forEach(piece -> parts.add(new OffsetPrompt.Part(part.speaker(), piece)));
        }
        return parts;
    }

    private LinePrompt prompt(Request request, OffsetPrompt.Part part, int index, List<Turn> heard) {
        return model.prompt(heard, part.speaker(), request.preparation().words(part.text()), request.delivery(),
                Seeds.of(request.seed(), "L" + (index + 1), 0), USUAL_MILLIS);
    }

    private Part say(Stage stage, Request request, OffsetPrompt.Part part, int index, List<Turn> heard, RenderListener listener) {
        var prompt = prompt(request, part, index, heard);
        var made = stage.render(prompt, listener).getFirst();
        heard.add(Turn.spoken(part.speaker(), prompt.text(), made.codes()));
        var codes = new ArrayList<int[]>();
        for (int f = 0; f < made.codes().frames(); f++) codes.add(made.codes().frame(f));
        return new Part(part.speaker(), prompt.text(), codes, made.sound(), made.take().checks(), made.nanos() / 1e9);
    }
}
