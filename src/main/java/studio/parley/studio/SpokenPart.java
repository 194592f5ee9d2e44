package studio.parley.studio;

import java.util.List;
import studio.parley.audio.pcm.Pcm;

/** One part of a prompt as it was spoken; {@code codes} are frames of codes, {@code checks} what stands out, {@code took} seconds of work. */
public record SpokenPart(int speaker, String text, List<int[]> codes, Pcm sound, List<String> checks, double took) {
    public SpokenPart {
        codes = List.copyOf(codes);
        checks = List.copyOf(checks);
    }
}
