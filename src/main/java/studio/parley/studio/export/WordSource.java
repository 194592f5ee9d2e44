package studio.parley.studio.export;

import java.util.List;
import studio.parley.studio.export.Cue.TimedWord;

/** When the words of a line are spoken. One thread. */
@FunctionalInterface
public interface WordSource extends AutoCloseable {
    /** Knows no words. */
    WordSource NONE = (arrangement, part) -> List.of();

    /** The audible words of a part of {@code arrangement} in order, in milliseconds from the start of the conversation; empty if they are not known. */
    List<TimedWord> words(Arrangement arrangement, Arrangement.Part part);

    @Override
    default void close() {}
}
