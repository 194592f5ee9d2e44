package studio.parley.dialogue;

/** A reference clip as the script names it: a path to an audio file; its transcript lies beside it with the ending {@code .txt}. */
public record Reference(String path) {
    public Reference {
        path = Characters.name(path);
        if (path.isEmpty()) throw new IllegalArgumentException("reference path " + path);
    }
}
