package studio.parley.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import studio.parley.audio.pcm.Pcm;
import studio.parley.voice.ClipAdvice;
import studio.parley.voice.ClipAdvice.Kind;
import studio.parley.voice.ClipReport;

/** Notices about a reference clip before it is used: that it is silent, very short, quiet, clipped or has a DC offset. */
public final class ReferenceAdvice {
    private static final Set<Kind> REPORTED = EnumSet.of(Kind.SILENT, Kind.SHORT, Kind.QUIET, Kind.OFFSET);

    private ReferenceAdvice() {}

    /** Sentences that name the file. */
    public static List<String> on(Path file, Pcm clip) {
        return on(file, clip, clip);
    }

    /** Problems that preparation has fixed are not reported; clipping cannot be fixed by preparation. */
    static List<String> on(Path file, Pcm original, Pcm prepared) {
        var advice = new ArrayList<>(ClipReport.of(prepared).advice().stream().filter(a -> REPORTED.contains(a.kind())).toList());
        ClipReport.of(original).advice().stream().filter(a -> a.kind() == Kind.CLIPPED).forEach(advice::add);
        return advice.stream().map(ClipAdvice::sentence).map(s -> file.getFileName() + ": " + s).toList();
    }
}
