package studio.parley.convert;

/** Receives a conversion's progress, at most some twenty times per second, on the converting thread. */
@FunctionalInterface
public interface ConversionListener {
    ConversionListener NONE = progress -> { };

    void on(ConversionProgress progress);

    /** A notice about the checkpoint for people, in one sentence. */
    default void notice(String sentence) {}
}
