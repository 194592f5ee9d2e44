package studio.parley.dialogue;

/** A reference clip in a script: a path to an audio file; its transcript is next to it with the extension {@code .txt}. */
public record Reference(String path) {
    public Reference {
        path = AllowedText.name(path);
        if (path.isEmpty()) throw new IllegalArgumentException("reference path " + path);
    }
}
