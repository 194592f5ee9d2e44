package studio.parley.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.speech.mimi.Codes;

/** The sound of a take from its codes, on the tiny model, which is always cut off after six frames. */
class TakeSoundTest extends OnTinyModel {
    private Take take;
    private Codes codes;

    @BeforeEach
    void speak() {
        var made = spoken(RenderListener.NONE);
        take = made.keep(clipStore, "T1");
        codes = made.codes();
    }

    private RenderedTake spoken(RenderListener listener) {
        try (var renderer = new Renderer(model, UnaryOperator.identity(), 1, 0)) {
            return render(renderer, prompt(0.9f, 5), listener).getFirst();
        }
    }

    /** Decoded at once, as nobody listened; or frame by frame, as somebody did. To the bit: the name of the clip is its hash. */
    @Test
    void theCodesGiveTheSoundAgain() {
        var again = TakeSound.decoded(model, clipStore, take);
        assertEquals(clipStore.get(new ClipId(take.clip())), again.getFirst().get());
        var heard = spoken(new RenderListener() {
            @Override
            public boolean wantsSound() {
                return true;
            }
        });
        assertEquals(codes, heard.codes());
        assertEquals(heard.sound(), again.get(1).get());
    }

    /** A take in which nothing was said is one frame of silence. */
    @Test
    void nothingSaidIsAFrameOfSilence() {
        int frame = model.info().samplesPerFrame();
        var empty = kept(Pcm.silence(24_000, 1, frame), Codes.none(model.info().codebooks()));
        for (var way : TakeSound.decoded(model, clipStore, empty)) assertEquals(Pcm.silence(24_000, 1, frame), way.get());
    }

    @Test
    void codesThatAreNotOfThisTakeAndModelAreLeftAlone() {
        var sound = clipStore.get(new ClipId(take.clip()));
        assertEquals(2, TakeSound.decoded(model, clipStore, kept(sound.times(0.5), codes)).size());
        assertEquals(List.of(), TakeSound.decoded(model, new ClipStore(temp.resolve("other")), take), "no codes");
        assertEquals(List.of(), TakeSound.decoded(model, clipStore, kept(sound.times(0.4), codes.slice(0, 5))), "another length");
        assertEquals(List.of(), TakeSound.decoded(model, clipStore, kept(Pcm.mono(48_000, sound.samples(0)), codes)), "another rate");
        assertEquals(List.of(), TakeSound.decoded(model, clipStore, kept(sound.times(0.3), widened(codes))), "another number of codebooks");
        int vocabulary = model.info().audioVocabulary();
        assertEquals(2, TakeSound.decoded(model, clipStore, kept(sound.times(0.2), ending(codes, vocabulary - 1))).size());
        assertEquals(List.of(), TakeSound.decoded(model, clipStore, kept(sound.times(0.1), ending(codes, vocabulary))), "codes the model does not have");
    }

    @Test
    void codesGoAlongToAnotherClip() {
        var louder = clipStore.put(clipStore.get(new ClipId(take.clip())).times(2));
        assertEquals(Optional.empty(), TakeSound.codes(clipStore, louder));
        TakeSound.keepCodes(clipStore, new ClipId(take.clip()), louder);
        assertEquals(Optional.of(codes), TakeSound.codes(clipStore, louder));
    }

    private Take kept(Pcm sound, Codes codes) {
        var id = clipStore.put(sound);
        TakeSound.keep(clipStore, id, codes);
        return new Take("T1", id.hex(), take.recipe(), sound.frames(), sound.rate(), List.of());
    }

    private static List<int[]> frames(Codes codes) {
        var frames = new ArrayList<int[]>();
        for (int f = 0; f < codes.frames(); f++) frames.add(codes.frame(f));
        return frames;
    }

    private static Codes ending(Codes codes, int last) {
        var frames = frames(codes);
        frames.getLast()[codes.codebooks() - 1] = last;
        return Codes.of(codes.codebooks(), frames);
    }

    private static Codes widened(Codes codes) {
        int more = codes.codebooks() + 1;
        return Codes.of(more, frames(codes).stream().map(f -> Arrays.copyOf(f, more)).toList());
    }
}
