package studio.parley.studio.recordings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.parley.audio.pcm.Pcm;
import studio.parley.speaker.Embedding;

/** A reference clip of a speaker: the pieces of a recording with the surest words that are most like the voice, in their order. */
record SpeakerClip(Pcm sound, String words) {
    /** Seconds that are enough, and the most that a piece may add. */
    private static final double ENOUGH = 12;
    private static final double MOST = 20;
    private static final double LEAST_PIECE = 0.8;
    private static final double PAUSE = 0.25;

    /** Of the lines of one speaker; empty if nothing is long enough. */
    static Optional<SpeakerClip> of(List<SpokenLine> lines) {
        var voices = lines.stream().flatMap(l -> l.voice().stream()).toList();
        if (voices.isEmpty()) return Optional.empty();
        var voice = Embedding.mean(voices);
        var best = lines.stream().filter(l -> l.seconds() >= LEAST_PIECE)
                .sorted(Comparator.comparingDouble((SpokenLine l) -> score(l, voice)).reversed()).toList();
        var chosen = new ArrayList<SpokenLine>();
        double seconds = 0;
        for (var line : best) {
            if (seconds >= ENOUGH) break;
            if (seconds + line.seconds() > MOST) continue;
            chosen.add(line);
            seconds += line.seconds() + PAUSE;
        }
        if (chosen.isEmpty()) return Optional.empty();
        chosen.sort(Comparator.comparingInt(SpokenLine::fromMillis));
        return Optional.of(new SpeakerClip(joined(chosen), chosen.stream().map(SpokenLine::text).collect(Collectors.joining(" "))));
    }

    /** Short pieces say less about a voice. */
    private static double score(SpokenLine line, Embedding voice) {
        double likeness = line.voice().map(v -> v.likeness(voice)).orElse(0.0);
        return likeness + 0.5 * line.probability() + 0.1 * Math.min(1, line.seconds() / 4);
    }

    private static Pcm joined(List<SpokenLine> lines) {
        int rate = lines.getFirst().recording().rate();
        int pause = (int) (PAUSE * rate);
        var out = new float[lines.stream().mapToInt(l -> l.to() - l.from() + pause).sum() - pause];
        int at = 0;
        for (var line : lines) {
            line.recording().copy(0, line.from(), out, at, line.to() - line.from());
            at += line.to() - line.from() + pause;
        }
        return Pcm.mono(rate, out);
    }
}
