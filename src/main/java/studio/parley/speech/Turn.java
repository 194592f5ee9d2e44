package studio.parley.speech;

/** Something already said that the model hears: a reference clip or an earlier line. {@code pinned} turns are never evicted. */
public record Turn(int speaker, String text, Codes codes, boolean pinned) {
    public static Turn reference(int speaker, String text, Codes codes) {
        return new Turn(speaker, text, codes, true);
    }

    public static Turn spoken(int speaker, String text, Codes codes) {
        return new Turn(speaker, text, codes, false);
    }
}
