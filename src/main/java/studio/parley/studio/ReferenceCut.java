package studio.parley.studio;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.studio.document.model.ReferenceMetadata;
import studio.parley.voice.BestStretch;
import studio.parley.voice.ReferenceFiles;

/** The part of a long reference clip that is used by default: its best stretch. The file is not changed. */
public final class ReferenceCut {
    private ReferenceCut() {}

    /** Metadata trimmed to the best stretch; unchanged if it has trims of its own, or the clip is short enough. */
    public static ReferenceMetadata note(ReferenceMetadata n, Pcm clip) {
        if (n.trimStartMillis() > 0 || n.trimEndMillis() > 0) return n;
        return BestStretch.of(clip).map(b -> new ReferenceMetadata(n.mood(), n.consent(), n.transcript(), b.startMillis(), b.endMillis())).orElse(n);
    }

    /** The part of a clip that a stretch describes. */
    static Pcm cut(Pcm sound, BestStretch best) {
        int from = (int) ((long) best.startMillis() * sound.rate() / 1000);
        return sound.slice(from, (int) (sound.frames() - (long) best.endMillis() * sound.rate() / 1000));
    }

    /** The notice for front ends without trim handles; empty for a clip that is short enough. */
    public static Optional<String> notice(Path file, Pcm clip) {
        return BestStretch.of(clip).map(b -> notice(file, clip, b));
    }

    static String notice(Path file, Pcm clip, BestStretch best) {
        return String.format(Locale.ROOT, "%s is %.1f s long; only its best %.1f s are used, starting at %.1f s. If its transcript covers the whole "
                + "clip, shorten it to what is said in that part.", file.getFileName(), clip.seconds(), best.seconds(), best.startMillis() / 1000.0);
    }

    /** The used part of a project's clip; an empty result is a {@link Problem} that names the file. */
    public static Pcm heard(Pcm whole, ReferenceMetadata note, Path file) {
        int from = (int) Math.min(whole.frames(), (long) note.trimStartMillis() * whole.rate() / 1000);
        int to = (int) Math.max(from, whole.frames() - (long) note.trimEndMillis() * whole.rate() / 1000);
        if (to == from) throw Problem.input("Nothing is left of the reference clip " + file + " after trimming. Move its handles apart.");
        return whole.slice(from, to);
    }

    /** The transcript in the metadata, else that of the text file next to the clip; empty if there is none. */
    public static String transcript(Path file, ReferenceMetadata note) {
        return note.transcript().isBlank() ? ReferenceFiles.transcript(file) : note.transcript().strip();
    }
}
