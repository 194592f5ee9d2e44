package studio.parley.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import studio.parley.studio.voices.NamedVoices;

/** The voices that a request can name. A name is only ever compared with those that exist: it is never part of a path. Any thread. */
record VoiceNames(NamedVoices voices) {
    /** No clip, and the same seed each time unless the request has one. */
    static final String DEFAULT = "default";
    /** No clip. */
    static final String RANDOM = "random";
    /** The clip that came with the request. */
    static final String REFERENCE = "reference";

    List<String> all() {
        var out = new LinkedHashSet<String>();
        voices.list().forEach(v -> out.add(v.name()));
        out.add(DEFAULT);
        out.add(RANDOM);
        return new ArrayList<>(out);
    }

    /** The voice in a field, which is a name or, as in newer clients, an object with an id; its mood fits the direction if it has several. */
    VoiceChoice of(JsonFields fields, String field, String direction) {
        var element = fields.find(field);
        var name = element.filter(e -> e.isJsonObject()).isPresent() ? fields.object(field).orElseThrow().text("id") : fields.text(field);
        return find(name.orElse(DEFAULT), fields.prefix() + field, direction);
    }

    /** The voice that has this name, if there is one. */
    Optional<VoiceChoice> known(String name) {
        return voices.find(name, "").map(VoiceChoice.Named::new);
    }

    VoiceChoice find(String name, String parameter, String direction) {
        var found = voices.find(name, direction).<VoiceChoice>map(VoiceChoice.Named::new);
        if (found.isEmpty() && name.equals(REFERENCE)) {
            throw ApiError.value(parameter, "missing_reference", "'" + parameter + "' is the voice of 'reference', which is missing. Send an audio file there, or name another voice.");
        }
        return found.or(() -> none(name)).orElseThrow(() -> ApiError.value(parameter, "unknown_voice", "There is no voice of this name. Use one of: "
                + String.join(", ", all()) + "."));
    }

    private static Optional<VoiceChoice> none(String name) {
        return name.equals(DEFAULT) || name.equals(RANDOM) ? Optional.of(new VoiceChoice.None(name)) : Optional.empty();
    }
}
