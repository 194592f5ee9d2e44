package studio.parley.render;

import java.util.Arrays;
import java.util.Optional;
import studio.parley.audio.ClipId;
import studio.parley.audio.ClipShelf;
import studio.parley.audio.Pcm;
import studio.parley.dialogue.Take;
import studio.parley.speech.Codes;
import studio.parley.speech.SpeechModel;

/** The sound of a take made again from the codes that were kept with it. */
public final class TakeSound {
    private TakeSound() {}

    /** As the model's decoder gives it, unfinished; nothing when the codes are gone or are not those of this take and model. */
    public static Optional<Pcm> decoded(SpeechModel model, ClipShelf shelf, Take take) {
        var info = model.info();
        return Renderer.codes(shelf, new ClipId(take.clip())).filter(c -> fits(model, c) && take.rate() == info.sampleRate())
                .map(c -> Pcm.mono(info.sampleRate(), c.frames() == 0 ? new float[info.samplesPerFrame()] : model.mimiDecoder().decode(c)))
                .filter(sound -> sound.frames() == take.samples());
    }

    /** Takes the codes along to another clip of the same take. */
    public static void keepCodes(ClipShelf shelf, ClipId from, ClipId to) {
        Renderer.codes(shelf, from).ifPresent(codes -> Renderer.keep(shelf, to, codes));
    }

    private static boolean fits(SpeechModel model, Codes codes) {
        if (codes.codebooks() != model.info().codebooks()) return false;
        for (int f = 0; f < codes.frames(); f++) if (Arrays.stream(codes.frame(f)).anyMatch(c -> c >= model.info().audioVocabulary())) return false;
        return true;
    }
}
