package studio.parley.audio.codec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.parley.audio.pcm.TimeFormat;

/** The metadata of a file: title and artist (may be empty), chapters, and always that its speech is generated (EU AI Act, article 50). */
public record AudioTags(String title, String artist, List<Chapter> chapters) {
    static final String GENERATED = "AI-generated speech (synthetic voice)";
    public static final String SOFTWARE = "Parley";

    /** A named range, in milliseconds. */
    public record Chapter(long fromMillis, long toMillis, String label) {}

    public AudioTags {
        chapters = List.copyOf(chapters);
    }

    public AudioTags(String title, String artist) {
        this(title, artist, List.of());
    }

    /** As Vorbis comments, which FLAC and Opus share; chapters as {@code CHAPTER001} and {@code CHAPTER001NAME}. */
    Map<String, String> vorbis() {
        var out = new LinkedHashMap<String, String>();
        if (!title.isEmpty()) out.put("TITLE", title);
        if (!artist.isEmpty()) out.put("ARTIST", artist);
        out.put("COMMENT", GENERATED);
        out.put("GENRE", "AI-generated");
        for (int i = 0; i < chapters.size(); i++) {
            var key = String.format(Locale.ROOT, "CHAPTER%03d", i + 1);
            out.put(key, TimeFormat.stamp(chapters.get(i).fromMillis(), '.'));
            out.put(key + "NAME", chapters.get(i).label());
        }
        return out;
    }
}
