package studio.parley.studio.synthesis;

import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.dialogue.Delivery;
import studio.parley.render.RenderListener;
import studio.parley.render.RenderedTake;
import studio.parley.render.Renderer;
import studio.parley.render.SeedDerivation;
import studio.parley.render.Utterance;
import studio.parley.render.UtteranceRequest;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.mimi.Codes;
import studio.parley.speech.text.LongText;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.PreparedClip;
import studio.parley.studio.model.LoadedModel;

/**
 * Speaks one line after another, each with references and earlier turns of its own; nothing is written to disk. The codes of the latest clips and
 * lines are remembered, so that a clip is encoded once and a conversation need not send back what was spoken. One thread.
 */
public final class Synthesizer implements AutoCloseable {
    /** generator.py's default, as in {@link studio.parley.studio.SpeakText}. */
    private static final int USUAL_MILLIS = 10_000;
    /** Codes of 20 s take 16 kB. */
    private static final int REMEMBERED = 512;

    /** A text in a voice, which is its clips. */
    private record Spoken(List<ClipId> voice, String text) {}

    private final LoadedModel model;
    private final Renderer renderer;
    private final RecentlyUsed<ClipId, Codes> clips = new RecentlyUsed<>(REMEMBERED);
    private final RecentlyUsed<Spoken, Codes> lines = new RecentlyUsed<>(REMEMBERED);

    public Synthesizer(LoadedModel model) {
        this.model = model;
        this.renderer = new Renderer(model.speech(), sound -> sound, 1, 0);
    }

    /** Whether the model can say anything of a text; not if it has nothing but signs, or letters that the model has not learned. Any thread. */
    public boolean canSay(String text) {
        return model.speech().info().reading().saysSomething(text);
    }

    /**
     * Speaks; without a watermark, which is the caller's.
     *
     * @throws studio.parley.problem.Problem if the text and the references do not fit
     * @throws java.util.concurrent.CancellationException if {@link studio.parley.problem.Cancellation} requests it
     */
    public void speak(SynthesisRequest request, SynthesisListener listener) {
        var heard = new ArrayList<ContextTurn>();
        for (var reference : request.references()) heard.add(ContextTurn.reference(reference.speaker(), reference.text(), codes(reference.sound())));
        int number = 0;
        for (var turn : request.turns()) heard.addAll(heard(request, turn, heard, ++number));
        int count = 0;
        for (var piece : LongText.pieces(request.text())) {
            var take = render(request, heard, request.speaker(), piece, "L" + ++count, listener);
            heard.add(ContextTurn.spoken(request.speaker(), piece, take.codes()));
            listener.part(take.sound());
        }
    }

    private List<ContextTurn> heard(SynthesisRequest request, EarlierTurn turn, List<ContextTurn> before, int number) {
        if (turn.sound().isPresent()) return List.of(ContextTurn.spoken(turn.speaker(), turn.text(), codes(turn.sound().get())));
        var heard = new ArrayList<>(before);
        for (var piece : LongText.pieces(turn.text())) {
            var known = lines.get(new Spoken(voice(request, turn.speaker()), piece));
            var codes = known.orElseGet(() -> render(request, heard, turn.speaker(), piece, "T" + number, RenderListener.NONE).codes());
            heard.add(ContextTurn.spoken(turn.speaker(), piece, codes));
        }
        return heard.subList(before.size(), heard.size());
    }

    private RenderedTake render(SynthesisRequest request, List<ContextTurn> heard, int speaker, String text, String id, RenderListener listener) {
        var prompt = prompt(heard, speaker, text, request.delivery(), SeedDerivation.of(request.seed(), id, 0));
        var take = renderer.render(new Utterance(prompt, Renderer.fit(model.speech(), prompt), listener)).getFirst();
        lines.put(new Spoken(voice(request, speaker), text), take.codes());
        return take;
    }

    private UtteranceRequest prompt(List<ContextTurn> heard, int speaker, String text, Delivery delivery, long seed) {
        return model.prompt(heard, speaker, text, delivery, seed, USUAL_MILLIS);
    }

    private static List<ClipId> voice(SynthesisRequest request, int speaker) {
        return request.references().stream().filter(r -> r.speaker() == speaker).map(r -> ClipId.of(r.sound())).toList();
    }

    private Codes codes(Pcm sound) {
        var id = ClipId.of(sound);
        return clips.get(id).orElseGet(() -> {
            var heard = PreparedClip.heard(sound, ClipPreset.NONE, model.rate());
            var codes = model.speech().withFallback(() -> model.speech().mimiEncoder().encode(heard.samples(0)));
            clips.put(id, codes);
            return codes;
        });
    }

    @Override
    public void close() {
        renderer.close();
    }
}
