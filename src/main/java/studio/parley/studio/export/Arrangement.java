package studio.parley.studio.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.Take;
import studio.parley.dialogue.Timeline;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.Track;

/**
 * The position and gain of each line's clip: pure, from a document alone. All positions are frames at {@code rate}.
 *
 * @param parts the lines with a take, in the order of the script
 * @param length the end of the last clip
 */
public record Arrangement(int rate, List<Part> parts, long length) {
    /**
     * One clip.
     *
     * @param number of the line in the script, from 1
     * @param speed playback speed at its own pitch; what follows counts in stretched time
     * @param start where it begins on the timeline
     * @param skip how many frames of the clip are cut off before it
     * @param frames its length
     * @param gain linear, of line and track together
     * @param ducks ranges, relative to {@code start}, in which it is interrupted
     * @param audible false for a muted speaker, or one who is not soloed while another is
     * @param pan of the speaker, -1 to 1
     */
    public record Part(int number, Line line, Speaker speaker, Take take, double speed, long start, long skip, long frames,
                       double gain, long fadeIn, long fadeOut, List<Duck> ducks, boolean audible, double pan) {
        public Part {
            ducks = List.copyOf(ducks);
        }

        public long end() {
            return start + frames;
        }

        private Part with(Line other) {
            return new Part(number, other, speaker, take, speed, start, skip, frames, gain, fadeIn, fadeOut, ducks, audible, pan);
        }

        /** The length of the whole clip at this speed, in samples at the take's rate. */
        public long samples() {
            return TimeStretch.frames(take.samples(), speed);
        }
    }

    /** A range that is lowered by a linear factor. */
    public record Duck(long from, long to, double gain) {}

    public Arrangement {
        parts = List.copyOf(parts);
    }

    /** @param rate frames per second of the result; clips of other rates are resampled to it */
    public static Arrangement of(Document document, int rate) {
        var timeline = Timeline.of(document.conversation(), rate, line -> frames(document, line, rate));
        var ducks = new HashMap<String, List<Timeline.Duck>>();
        for (var duck : timeline.ducks()) ducks.computeIfAbsent(duck.line().id(), id -> new ArrayList<>()).add(duck);
        var voices = new HashMap<Integer, Voice>();
        for (var s : document.conversation().speakers()) voices.put(s.number(),
                new Voice(s, document.track(s.number()), document.isAudible(s.number())));
        var parts = new ArrayList<Part>();
        for (int i = 0; i < timeline.placed().size(); i++) {
            var placed = timeline.placed().get(i);
            var voice = Objects.requireNonNull(voices.get(placed.line().speaker()));
            if (placed.end() > placed.start()) parts.add(part(document, i + 1, placed, voice,
                    ducks.getOrDefault(placed.line().id(), List.of()), rate));
        }
        return new Arrangement(rate, parts, timeline.length());
    }

    /** The same with other text in some lines, which moves nothing. */
    public Arrangement saying(List<Line> lines) {
        if (lines.isEmpty()) return this;
        var now = new ArrayList<>(parts);
        for (var line : lines) now.replaceAll(p -> p.line().id().equals(line.id()) ? p.with(line) : p);
        return new Arrangement(rate, now, length);
    }

    /** The start of every line by id, including lines without a clip; frames at {@code rate}. */
    public static Map<String, Long> starts(Document document, int rate) {
        return Timeline.of(document.conversation(), rate, line -> frames(document, line, rate)).placed().stream()
                .collect(Collectors.toMap(p -> p.line().id(), Timeline.Placed::start));
    }

    /** Only some parts, with the same length. */
    public Arrangement only(Predicate<Part> wanted) {
        return new Arrangement(rate, parts.stream().filter(wanted).toList(), length);
    }

    /** The clip of a line, if it has one. */
    public Optional<Part> part(String lineId) {
        for (var part : parts) if (part.line().id().equals(lineId)) return Optional.of(part);
        return Optional.empty();
    }

    /** Seconds of a position. */
    public double seconds(long frames) {
        return (double) frames / rate;
    }

    /** What all lines of a speaker share. */
    private record Voice(Speaker speaker, Track track, boolean audible) {}

    private static Part part(Document document, int number, Timeline.Placed placed, Voice voice, List<Timeline.Duck> ducks, int rate) {
        var line = placed.line();
        var own = document.decoration(line.id());
        long frames = placed.end() - placed.start();
        double db = own.gainDb() + voice.track().gainDb();
        var quiet = new ArrayList<Duck>(ducks.size());
        for (var d : ducks) quiet.add(new Duck(d.from() - placed.start(), d.to() - placed.start(), linear(document.settings().duckDb())));
        var take = line.sounding().orElseThrow();
        return new Part(number, line, voice.speaker(), take, own.speed(), placed.start(), at(ClipEdges.of(take, own).start(), rate), frames,
                linear(db), Math.min(frames, at(own.fadeInMillis(), rate)), Math.min(frames, at(own.fadeOutMillis(), rate)), quiet, voice.audible(), voice.track().pan());
    }

    /** The length of a line's clip in milliseconds; 0 without a take. */
    public static long millis(Document document, Line line) {
        return frames(document, line, 1000);
    }

    static long frames(Document document, Line line, int rate) {
        return line.sounding().map(t -> trimmed(t, document.decoration(line.id()), rate)).orElse(0L);
    }

    private static long trimmed(Take take, LineSettings own, int rate) {
        var edges = ClipEdges.of(take, own);
        return Math.max(0, at(edges.end(), rate) - at(edges.start(), rate));
    }

    private static long at(long millis, int rate) {
        return millis * rate / 1000;
    }

    static double linear(double db) {
        return db == 0 ? 1 : Math.pow(10, db / 20);
    }
}
