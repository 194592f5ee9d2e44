package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.CsmMultiPrompt;
import studio.parley.dialogue.Delivery;
import studio.parley.problem.Problem;
import studio.parley.render.ReferenceCodesCache;
import studio.parley.render.RenderListener;
import studio.parley.render.Renderer;
import studio.parley.render.SeedDerivation;
import studio.parley.render.Utterance;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextOverflow;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.ContextWindow.Fit;
import studio.parley.speech.text.LongText;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.settings.AppDirectories;
import studio.parley.voice.ReferenceClip;

/**
 * Speaks csm-multi prompts with one model: the context of every part is all references in order, because they were given for that, then the
 * earlier parts, as text and codes, as many as fit. The audio stays in memory. One thread.
 */
final class PromptSession implements AutoCloseable {
    /**
     * The settings of all parts.
     *
     * @param usualMillis the default maximum length if the text needs no more
     * @param remember the maximum number of earlier parts in the context
     */
    record Style(ClipPreset preparation, Delivery delivery, long seed, int usualMillis, int remember) {}

    private final LoadedModel model;
    private final Style style;
    private final ReferenceCodesCache codes;
    private final Renderer renderer;
    private final List<ContextTurn> references = new ArrayList<>();
    private final List<ContextTurn> spoken = new ArrayList<>();
    private final Map<ContextTurn, Path> files = new IdentityHashMap<>();
    private List<ContextTurn> last = List.of();
    private int count;

    PromptSession(LoadedModel model, AppDirectories directories, WatermarkApplier mark, Style style) {
        this.model = model;
        this.style = style;
        this.codes = new ReferenceCodesCache(model.speech(), new ClipStore(directories.references()));
        this.renderer = new Renderer(model.speech(), mark::apply, 1, 0);
    }

    /** The parts of a prompt, the first for this speaker; long ones split. */
    static List<CsmMultiPrompt.Part> parts(String prompt, int speaker) {
        var parts = new ArrayList<CsmMultiPrompt.Part>();
        int number = 0;
        if (prompt.isBlank()) throw Problem.input("The text is empty. Write what is to be said.");
        for (var part : CsmMultiPrompt.parse(prompt, speaker)) {
            number++;
            if (part.text().isBlank()) throw Problem.input("Part " + number + " of the text is empty. Add text or remove a ||.");
            LongText.pieces(part.text()).forEach(piece -> parts.add(new CsmMultiPrompt.Part(part.speaker(), piece)));
        }
        return parts;
    }

    /** Clears the history and uses these clips from now on; returns notices. If one cannot be read, nothing changes. */
    List<String> listen(List<ReferenceClip> clips) {
        var notices = new ArrayList<String>();
        var turns = new ArrayList<ContextTurn>();
        for (var clip : clips) {
            var prepared = PreparedClip.of(clip.file(), style.preparation(), model.rate());
            notices.addAll(prepared.notices());
            turns.add(codes.turn(clip.speaker(), clip.transcript(), prepared.heard()));
            files.put(turns.getLast(), clip.file());
        }
        spoken.clear();
        references.clear();
        references.addAll(turns);
        return notices;
    }

    boolean hasReferences() {
        return !references.isEmpty();
    }

    /**
     * Checks before anything is rendered whether every part fits with the references, and whether there is anything to say.
     *
     * @throws Problem if one does not, or there is not
     */
    void check(List<CsmMultiPrompt.Part> parts) {
        requireWords(parts);
        parts.forEach(part -> fit(prompt(part, references)));
    }

    /** @throws Problem if there is nothing to say */
    void requireWords(List<CsmMultiPrompt.Part> parts) {
        if (parts.stream().noneMatch(p -> model.speech().info().reading().saysSomething(p.text()))) throw Problem.input("The text has nothing that the model can say. Write words.");
    }

    /** Renders a part; if a reference clip is the reason that it does not fit, the problem names it. */
    SpokenPart say(CsmMultiPrompt.Part part, RenderListener listener) {
        var heard = new ArrayList<>(references);
        heard.addAll(spoken.subList(Math.max(0, spoken.size() - style.remember()), spoken.size()));
        count++;
        var prompt = prompt(part, heard);
        var made = renderer.render(new Utterance(prompt, fit(prompt), listener)).getFirst();
        last = List.of(ContextTurn.spoken(part.speaker(), prompt.text(), made.codes()));
        var frames = IntStream.range(0, made.codes().frames()).mapToObj(made.codes()::frame).toList();
        return new SpokenPart(part.speaker(), prompt.text(), frames, made.sound(), made.checks(), made.nanos() / 1e9);
    }

    /** Adds the last part to the context of later ones. */
    void remember() {
        spoken.addAll(last);
        last = List.of();
    }

    private UtteranceRequest prompt(CsmMultiPrompt.Part part, List<ContextTurn> heard) {
        return model.prompt(heard, part.speaker(), style.preparation().words(part.text()), style.delivery(), SeedDerivation.of(style.seed(), "L" + count, 0),
                style.usualMillis());
    }

    private Fit fit(UtteranceRequest prompt) {
        try {
            return Renderer.fit(model.speech(), prompt);
        } catch (ContextOverflow tooLong) {
            var file = tooLong.longest().filter(t -> tooLong.isForTheLongest()).map(files::get);
            throw file.<Problem>map(f -> Problem.input(tooLong.sentence(f.toString(), "Use a clip of 10 to 20 s and only its transcript."))).orElse(tooLong);
        }
    }

    @Override
    public void close() {
        renderer.close();
    }
}
