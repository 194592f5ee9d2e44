package studio.parley.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.edit.LongLines;
import studio.parley.studio.project.render.Ears;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.project.script.ScriptRenderOptions;
import studio.parley.voice.ReferenceClip;

/**
 * What POST /v1/audio/conversation asks for: a script becomes one file.
 *
 * @param voices of speakers by their number; those without one have no clip
 */
record ConversationRequest(ParsedScript script, Map<Integer, VoiceChoice.Named> voices, long seed, ResponseFormat format, boolean streamed) {
    private static final int MOST_CHARACTERS = 100_000;
    /** An hour, in milliseconds: silence takes as much memory as speech. */
    private static final long MOST_SILENCE = 3_600_000;

    static ConversationRequest of(JsonFields fields, VoiceNames voices) {
        var text = fields.text("script").orElse("");
        if (text.length() > MOST_CHARACTERS) throw fields.wrong("script", "is longer than " + MOST_CHARACTERS + " characters. Send it in parts");
        var script = LongLines.split(Script.parse("The script", text, Optional.empty()));
        if (script.conversation().lines().stream().noneMatch(Line::isSpoken)) throw fields.wrong("script", "has no text to speak. Send lines like 'Ann: Hello.'");
        var speakers = script.conversation().speakers();
        if (speakers.stream().anyMatch(s -> !s.references().isEmpty())) {
            throw fields.wrong("script", "names files, which the server never opens. Remove its @voice lines, and name voices in 'voices'");
        }
        if (script.conversation().lines().stream().mapToLong(ConversationRequest::silence).sum() > MOST_SILENCE) {
            throw fields.wrong("script", "has more than an hour of pauses, or a line that is pinned to a later time. Send it in parts");
        }
        var format = ResponseFormat.of(fields);
        boolean streamed = fields.flag("stream").orElse(false);
        if (streamed && format != ResponseFormat.WAV) throw fields.wrong("stream", "is available for wav only");
        return new ConversationRequest(script, cast(fields, speakers, voices), fields.whole("seed", 0, SpeechRequest.MOST_SEED).orElse(0), format, streamed);
    }

    /** The most milliseconds that may pass before a line without a word. */
    private static long silence(Line line) {
        return line.pauseMillis() + switch (line.relation()) {
            case TimingRelation.After after -> after.millis();
            case TimingRelation.PinnedAt pinned -> pinned.millis();
            case TimingRelation.Overlap o -> 0L;
            case TimingRelation.Together t -> 0L;
        };
    }

    /** The voice that is named for a speaker, else the one that has the speaker's name. */
    private static Map<Integer, VoiceChoice.Named> cast(JsonFields fields, List<Speaker> speakers, VoiceNames voices) {
        var chosen = fields.object("voices");
        var out = new HashMap<Integer, VoiceChoice.Named>();
        for (var speaker : speakers) {
            var named = chosen.flatMap(c -> c.text(speaker.name()));
            var voice = named.map(n -> voices.find(n, "voices." + speaker.name(), "")).or(() -> voices.known(speaker.name()));
            if (voice.orElse(null) instanceof VoiceChoice.Named clip) out.put(speaker.number(), clip);
        }
        return out;
    }

    /** The clips of the speakers; {@code words} recognises what is said in one without a transcript. */
    RenderScript.Reading reading(Function<VoiceChoice.Named, String> words) {
        var clips = new ArrayList<ReferenceClip>();
        for (var speaker : script.conversation().speakers()) {
            var voice = voices.get(speaker.number());
            if (voice != null) clips.add(new ReferenceClip(speaker.number(), voice.voice().file(), words.apply(voice)));
        }
        return new RenderScript.Reading(script, clips);
    }

    ScriptRenderOptions options(Path output) {
        return new ScriptRenderOptions(Path.of("script"), Optional.empty(), output, Optional.empty(), ClipPreset.NONE, Delivery.INHERITED, seed, 1, 0, Optional.empty(), false, Ears.OFF);
    }
}
