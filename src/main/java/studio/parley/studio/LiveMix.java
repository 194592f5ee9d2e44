package studio.parley.studio;

import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.parley.audio.store.ClipStore;
import studio.parley.audio.wav.SampleFormat;
import studio.parley.audio.wav.WavMetadata;
import studio.parley.audio.wav.WavStream;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Take;
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

    private final Conversation conversation;
    private final ClipCache sounds;
    private final int rate;
    private final WavStream pipe;
    private long sent;

    LiveMix(Conversation conversation, ClipStore clipStore, int rate, OutputStream out) {
        this.conversation = conversation;
        this.sounds = ClipCache.of(clipStore);
        this.rate = rate;
        this.pipe = new WavStream(out, "standard output", rate, 1, SampleFormat.PCM_16, WavMetadata.aiGenerated("Parley"));
    }

    /** Sends what is final; {@code sounding} are the takes of the rendered lines, by line id. */
    void send(Map<String, Take> sounding) {
        var arrangement = Arrangement.of(Document.of(spoken(conversation, sounding)), rate);
        var rendering = new MixRenderer(arrangement, sounds);
        long safe = certain(sounding, arrangement.length());
        for (; sent < safe; sent += Math.min(PIECE, safe - sent)) pipe.write(rendering.read(sent, (int) Math.min(PIECE, safe - sent)));
    }

    /** The earliest possible start of the other lines: as if each had no length. */
    private long certain(Map<String, Take> sounding, long length) {
        var open = conversation.lines().stream().filter(Line::isSpoken).map(Line::id).filter(id -> !sounding.containsKey(id)).toList();
        if (open.isEmpty()) return length;
        var all = new HashMap<>(sounding);
        var any = sounding.values().iterator().next();
        open.forEach(id -> all.put(id, shortest(any)));
        var starts = Arrangement.starts(Document.of(spoken(conversation, all)), rate);
        return open.stream().mapToLong(starts::get).min().orElse(length);
    }

    /** A millisecond: a line of no length would not count as part of its speaker's turn. */
    private Take shortest(Take any) {
        return new Take(any.id(), any.clip(), any.recipe(), rate / 1000, rate, List.of());
    }

    /** The conversation with takes. */
    static Conversation spoken(Conversation conversation, Map<String, Take> sounding) {
        var lines = conversation.lines().stream().map(l -> sounding.containsKey(l.id()) ? l.with(sounding.get(l.id())) : l).toList();
        return new Conversation(conversation.title(), conversation.speakers(), lines, conversation.delivery());
    }
}
