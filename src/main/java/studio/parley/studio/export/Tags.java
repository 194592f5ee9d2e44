package studio.parley.studio.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a file says of itself: title and artist (may be empty), and always that its speech is generated (EU AI Act, article 50). */
public record Tags(String title, String artist) {
    static final String GENERATED = "AI-generated speech (synthetic voice)";
    static final String SOFTWARE = "Parley";

    /** As Vorbis comments, which FLAC and Opus share. */
    Map<String, String> vorbis() {
        var out = new LinkedHashMap<String, String>();
        if (!title.isEmpty()) out.put("TITLE", title);
        if (!artist.isEmpty()) out.put("ARTIST", artist);
        out.put("COMMENT", GENERATED);
        out.put("GENRE", "AI-generated");
        return out;
    }
}
