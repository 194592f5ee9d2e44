package studio.parley.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.CsmMultiPrompt;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;
import studio.parley.render.RenderListener;
import studio.parley.render.SeedDerivation;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.LongText;

/**
 * Says a text, which may be {@code a||b1||c0}: every part hears all references in order, for they were given to be heard, then the parts
 * before it, as words and codes.
 */
public final class SpeakText {
    /** One part as it was spoken; {@code codes} are frames of codes. */
    public record Part(int speaker, String text, List<int[]> codes, Pcm sound, List<String> checks, double seconds) {}

    /** What to say and how. */
    public record Request(String text, int speaker, List<ReferenceClip> references, ClipPreset preparation, Delivery delivery,
            long seed) {}

    /** The longest length where none is asked for and the words need no more: generator.py's usual. */
    private static final int USUAL_MILLIS = 10_000;

    private final LoadedModel model;

    public SpeakText(LoadedModel model) {
        this.model = model;
    }

    public List<Part> run(Request request, WatermarkApplier mark, AppDirectories directories, RenderListener listener) {
        return run(request, mark, directories, listener, notice -> { }, part -> { });
    }

    /**
     * All parts in order, long ones in pieces; {@code mark} is put into every part's sound.
     *
     * @param notices hears what a person should know about the references
     * @param each gets each part when it is spoken
     */
    public List<Part> run(Request request, WatermarkApplier mark, AppDirectories directories, RenderListener listener, Consumer<String> notices, Consumer<Part> each) {
        var parts = parts(request);
        try (var context = RenderContext.open(model, directories, mark, 1, 0)) {
            var references = context.references(request.references(), request.preparation());
            context.notices().forEach(notices);
            var heard = new ArrayList<ContextTurn>(references);
            var spoken = new ArrayList<Part>();
            context.checkRoom(parts.stream().map(p -> prompt(request, p, 0, references)).toList());
            for (var part : parts) {
                spoken.add(say(context, request, part, spoken.size(), heard, listener));
                each.accept(spoken.getLast());
            }
            return spoken;
        }
    }

    private static List<CsmMultiPrompt.Part> parts(Request request) {
        var parts = new ArrayList<CsmMultiPrompt.Part>();
        int number = 0;
        for (var part : CsmMultiPrompt.parse(request.text(), request.speaker())) {
            number++;
            if (part.text().isBlank()) throw Problem.input("Part " + number + " of the text has no words; write some or take a || out.");
            LongText.pieces(part.text()).forEach(piece -> parts.add(new CsmMultiPrompt.Part(part.speaker(), piece)));
        }
        return parts;
    }

    private UtteranceRequest prompt(Request request, CsmMultiPrompt.Part part, int index, List<ContextTurn> heard) {
        return model.prompt(heard, part.speaker(), request.preparation().words(part.text()), request.delivery(),
                SeedDerivation.of(request.seed(), "L" + (index + 1), 0), USUAL_MILLIS);
    }

    private Part say(RenderContext context, Request request, CsmMultiPrompt.Part part, int index, List<ContextTurn> heard, RenderListener listener) {
        var prompt = prompt(request, part, index, heard);
        var made = context.render(prompt, listener).getFirst();
        heard.add(ContextTurn.spoken(part.speaker(), prompt.text(), made.codes()));
        var codes = new ArrayList<int[]>();
        for (int f = 0; f < made.codes().frames(); f++) codes.add(made.codes().frame(f));
        return new Part(part.speaker(), prompt.text(), codes, made.sound(), made.take().checks(), made.nanos() / 1e9);
    }
}
