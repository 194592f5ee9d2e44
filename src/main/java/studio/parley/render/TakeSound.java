package studio.parley.render;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import studio.parley.audio.pcm.Pcm;
import studio.parley.audio.store.ClipId;
import studio.parley.audio.store.ClipStore;
import studio.parley.dialogue.Take;
import studio.parley.speech.ContextTurn;
import studio.parley.speech.SpeechModel;
import studio.parley.speech.mimi.Codes;

/** What is stored with a take's clip: its codes, which later lines use as context, and from which its audio can be restored. Any thread. */
public final class TakeSound {
    private static final String TAKE_CODES = "codes";

    private TakeSound() {}

    /** The codes of a take, stored next to its clip. */
    public static Optional<Codes> codes(ClipStore clipStore, ClipId clip) {
        return CodesSidecar.get(clipStore, clip, TAKE_CODES);
    }

    static void keep(ClipStore clipStore, ClipId clip, Codes codes) {
        CodesSidecar.put(clipStore, clip, TAKE_CODES, codes);
    }

    /** The context turn of {@code take}. */
    public static Optional<ContextTurn> heard(ClipStore clipStore, int speaker, String text, Take take) {
        return codes(clipStore, new ClipId(take.clip())).map(c -> ContextTurn.spoken(speaker, text, c));
    }

    /**
     * The decoder's output before finishing: first decoded at once, as without a listener, then frame by frame, as with one; they may
     * differ in the last bits. Empty if the codes are missing or not those of this take and model.
     */
    public static List<Supplier<Pcm>> decoded(SpeechModel model, ClipStore clipStore, Take take) {
        var codes = codes(clipStore, new ClipId(take.clip())).filter(c -> fits(model, c, take));
        return codes.map(c -> List.<Supplier<Pcm>>of(() -> model.withFallback(() -> sound(model, c, Math.max(1, c.frames()))),
                () -> model.withFallback(() -> sound(model, c, 1)))).orElse(List.of());
    }

    private static Pcm sound(SpeechModel model, Codes codes, int step) {
        var info = model.info();
        var samples = new float[Math.max(1, codes.frames()) * info.samplesPerFrame()];
        try (var stream = model.mimiDecoder().open()) {
            for (int at = 0; at < codes.frames(); at += step) {
                var frames = IntStream.range(at, Math.min(at + step, codes.frames())).mapToObj(codes::frame).toList();
                var piece = stream.decode(Codes.of(codes.codebooks(), frames));
                System.arraycopy(piece, 0, samples, at * info.samplesPerFrame(), piece.length);
            }
        }
        return Pcm.mono(info.sampleRate(), samples);
    }

    /** Copies the codes to another clip of the same take. */
    public static void keepCodes(ClipStore clipStore, ClipId from, ClipId to) {
        codes(clipStore, from).ifPresent(codes -> keep(clipStore, to, codes));
    }

    private static boolean fits(SpeechModel model, Codes codes, Take take) {
        var info = model.info();
        boolean length = take.rate() == info.sampleRate() && take.samples() == (long) Math.max(1, codes.frames()) * info.samplesPerFrame();
        if (!length || codes.codebooks() != info.codebooks()) return false;
        for (int f = 0; f < codes.frames(); f++) if (Arrays.stream(codes.frame(f)).anyMatch(c -> c >= info.audioVocabulary())) return false;
        return true;
    }
}
