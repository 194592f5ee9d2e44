package studio.parley.studio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.BestStretch;

/** The part of a long reference clip that is used by default: its best stretch. The file is not changed. */
public final class ReferenceCut {
    private ReferenceCut() {}

    /** Metadata trimmed to the best stretch; unchanged if it has trims of its own, or the clip is short enough. */
    public static ReferenceMetadata note(ReferenceMetadata n, Pcm clip) {
        return n.isTrimmed() ? n : BestStretch.of(clip).map(b -> n.withTrim(b.startMillis(), b.endMillis())).orElse(n);
    }

    /** The notice for front ends without trim handles; empty for a clip that is short enough. */
    public static Optional<String> notice(Path file, Pcm clip) {
        return BestStretch.of(clip).map(b -> notice(file, clip, b));
    }

    static String notice(Path file, Pcm clip, BestStretch best) {
        return String.format(Locale.ROOT, "%s is %.1f s long; only its best %.1f s are used, starting at %.1f s. If its transcript covers the whole "
                + "clip, shorten it to what is said in that part.", file.getFileName(), clip.seconds(), best.seconds(), best.startMillis() / 1000.0);
    }
}
