package studio.parley.studio.project.script;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import studio.parley.audio.store.ClipStore;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.audio.wav.WavStream;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
import studio.parley.problem.Cancellation;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.export.ClipCache;
import studio.parley.studio.export.MixRenderer;

/**
 * Writes a conversation to a pipe while it is rendered: after every line as much of the mix as no later line can change. Samples above full
 * scale are clipped, because the peak of the whole is not known yet.
 */
final class LiveMix {
    private static final int PIECE = 1 << 15;

    private final ClipCache sounds;
    private final int rate;
    private final WavStream pipe;
    private long sent;

    LiveMix(ClipStore clipStore, int rate, OutputStream out) {
        this.sounds = ClipCache.of(clipStore);
        this.rate = rate;
        this.pipe = new WavStream(out, "standard output", rate, 1, SampleFormat.PCM_16, WavMetadata.aiGenerated("Parley"));
    }

    /** Sends what is final; the lines rendered so far have their takes. */
    void send(Document document) {
        var arrangement = Arrangement.of(document, rate);
        var rendering = new MixRenderer(arrangement, sounds);
        long safe = certain(document, arrangement.length());
        for (; sent < safe; sent += Math.min(PIECE, safe - sent)) {
            Cancellation.stopIfWished();
            pipe.write(rendering.read(sent, (int) Math.min(PIECE, safe - sent)));
        }
    }

    /** The earliest possible start of the other lines: as if each had no length. */
    private long certain(Document document, long length) {
        var any = document.lines().stream().flatMap(l -> l.sounding().stream()).findFirst().orElseThrow();
        var open = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        for (var line : document.lines()) {
            boolean missing = line.isSpoken() && line.takes().isEmpty();
            if (missing) open.add(line.id());
            lines.add(missing ? line.with(shortest(any)) : line);
        }
        if (open.isEmpty()) return length;
        var starts = Arrangement.starts(document.withLines(lines), rate);
        return open.stream().mapToLong(starts::get).min().orElse(length);
    }

    /** A millisecond: a line of no length would not count as part of its speaker's turn. */
    private Take shortest(Take any) {
        return new Take(any.id(), any.clip(), any.recipe(), rate / 1000, rate, List.of());
    }
}
