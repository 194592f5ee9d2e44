package studio.parley.convert;

/** Called with a conversion's progress, at most some twenty times a second, on the thread that converts. */
@FunctionalInterface
public interface ConversionListener {
    ConversionListener NONE = progress -> { };

    void on(ConversionProgress progress);

    /** Something a person should know about the checkpoint, in one sentence. */
    default void notice(String sentence) {}
}
