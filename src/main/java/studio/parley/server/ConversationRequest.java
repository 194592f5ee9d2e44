package studio.parley.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.dialogue.script.Script;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.edit.LongLines;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.export.MixLength;
import studio.parley.studio.project.render.Ears;
import studio.parley.studio.project.script.RenderScript;
import studio.parley.studio.project.script.ScriptRenderOptions;
import studio.parley.voice.ReferenceClip;

/**
 * What POST /v1/audio/conversation asks for: a script becomes one file.
 *
 * @param voices of speakers by their number; those without one have no clip
 */
record ConversationRequest(ParsedScript script, Map<Integer, VoiceChoice.Named> voices, Delivery delivery, long seed, ResponseFormat format, boolean streamed) {
    private static final int MOST_CHARACTERS = 100_000;
    /** Seconds: the whole file is made in memory, of which silence takes as much as speech. */
    private static final double MOST_SILENCE = 3600;

    /** @param sayable whether the model can say anything of a text */
    static ConversationRequest of(JsonFields fields, VoiceNames voices, Predicate<String> sayable) {
        var text = fields.text("script").orElse("");
        if (text.length() > MOST_CHARACTERS) throw fields.wrong("script", "is longer than " + MOST_CHARACTERS + " characters. Send it in parts");
        var script = LongLines.split(Script.parse("The script", text, Optional.empty()));
        if (script.conversation().lines().stream().noneMatch(Line::isSpoken)) throw fields.wrong("script", "has no text to speak. Send lines like 'Ann: Hello.'");
        if (script.conversation().lines().stream().noneMatch(l -> sayable.test(l.text()))) throw fields.wrong("script", SpeechRequest.NOTHING_SAID);
        var speakers = script.conversation().speakers();
        if (speakers.stream().anyMatch(s -> !s.references().isEmpty())) {
            throw fields.wrong("script", "names files, which the server never opens. Remove its @voice lines, and name voices in 'voices'");
        }
        if (MixLength.expected(script.conversation()).silence() > MOST_SILENCE) {
            throw fields.wrong("script", "has more than an hour of pauses, or a line that is pinned to a later time. Send it in parts");
        }
        var format = ResponseFormat.of(fields);
        boolean streamed = fields.flag("stream").orElse(false);
        if (streamed && format != ResponseFormat.WAV) throw fields.wrong("stream", "is available for wav only");
        return new ConversationRequest(script, cast(fields, speakers, voices), SpeechRequest.delivery(fields), fields.whole("seed", 0, SpeechRequest.MOST_SEED).orElse(0), format, streamed);
    }

    /** The voice that is named for a speaker, else the one that has the speaker's name. */
    private static Map<Integer, VoiceChoice.Named> cast(JsonFields fields, List<Speaker> speakers, VoiceNames voices) {
        var chosen = fields.object("voices");
        for (var name : chosen.map(JsonFields::names).orElse(Set.of())) {
            if (speakers.stream().noneMatch(s -> s.name().equals(name))) {
                throw fields.wrong("voices." + name, "is for a speaker who has no line. Use the names in the script: " + speakers.stream().map(Speaker::name).collect(Collectors.joining(", ")));
            }
        }
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
        return new ScriptRenderOptions(Path.of("script"), Optional.empty(), output, Optional.empty(), ClipPreset.NONE, delivery, ProjectSettings.FRESH.listening(), seed, 1, 0, Optional.empty(), false, Ears.OFF);
    }
}
