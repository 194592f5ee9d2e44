package studio.parley.studio;

import java.util.List;
import studio.parley.audio.pcm.Pcm;

/** One rendered part of a prompt; {@code codes} are frames of codes, {@code checks} its issues, {@code took} seconds of work. */
public record SpokenPart(int speaker, String text, List<int[]> codes, Pcm sound, List<String> checks, double took) {
    public SpokenPart {
        codes = List.copyOf(codes);
        checks = List.copyOf(checks);
    }
}
