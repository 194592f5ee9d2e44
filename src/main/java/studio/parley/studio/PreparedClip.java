package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.voice.BestStretch;

/** What the model hears of a reference file that was given with a command, at its rate, and what a person should know about it. */
public record PreparedClip(Pcm heard, List<String> notices) {
    public static PreparedClip of(Path file, ClipPreset preparation, int rate) {
        var original = ClipPreset.read(file);
        var prepared = preparation.clip(original, rate);
        var best = best(original, prepared, preparation);
        var notices = new ArrayList<String>();
        best.ifPresent(b -> notices.add(ReferenceCut.notice(file, original, b)));
        var heard = cut(prepared, best);
        notices.addAll(ReferenceAdvice.on(file, original, heard));
        return new PreparedClip(heard, notices);
    }

    /** The same of a clip in memory, without notices. */
    public static Pcm heard(Pcm original, ClipPreset preparation, int rate) {
        var prepared = preparation.clip(original, rate);
        return cut(prepared, best(original, prepared, preparation));
    }

    private static Optional<BestStretch> best(Pcm original, Pcm prepared, ClipPreset preparation) {
        return preparation == ClipPreset.WHOLE ? Optional.empty() : BestStretch.of(preparation == ClipPreset.NONE ? original : prepared);
    }

    private static Pcm cut(Pcm prepared, Optional<BestStretch> best) {
        return best.map(b -> prepared.trimmed(b.startMillis(), b.endMillis())).orElse(prepared);
    }
}
