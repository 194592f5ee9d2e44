package studio.parley.speech;

import studio.parley.speech.mimi.Codes;

/** A turn of the context: a reference clip or an earlier line. {@code pinned} turns are never evicted. */
public record ContextTurn(int speaker, String text, Codes codes, boolean pinned) {
    public static ContextTurn reference(int speaker, String text, Codes codes) {
        return new ContextTurn(speaker, text, codes, true);
    }

    public static ContextTurn spoken(int speaker, String text, Codes codes) {
        return new ContextTurn(speaker, text, codes, false);
    }
}
