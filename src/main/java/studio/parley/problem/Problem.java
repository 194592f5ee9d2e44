package studio.parley.problem;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An error that a person can understand and fix: a sentence that says what failed (naming the file) and what to do next.
 *
 * <p>Every package throws this for invalid input, missing files, full disks and missing devices, with the library's exception as its cause.
 * Only the command line and the window show it; lower layers never print it. Any other exception is a bug in Parley.
 */
public class Problem extends RuntimeException {
    /** The kind of error, for the exit code and for the remedy a window can offer. */
    public enum Kind {
        /** A file, script, clip or argument from the user is not valid. */
        INPUT,
        /** A checkpoint or a model folder is missing, damaged, unknown or too new. */
        MODEL,
        /** A device (graphics card, audio device, microphone) is missing or unavailable. */
        DEVICE,
        /** Reading or writing failed: no free space, no permission, missing disk. */
        DISK,
        /** A server cannot be reached, does not answer, or answers with an error. */
        NETWORK
    }

    /** The maximum length of a message, since values quoted from untrusted files may have any length. */
    private static final int LONGEST = 1500;

    private final Kind kind;

    public Problem(Kind kind, String sentence) {
        this(kind, sentence, null);
    }

    public Problem(Kind kind, String sentence, @Nullable Throwable cause) {
        super(readable(sentence), cause);
        this.kind = kind;
    }

    public static Problem input(String sentence) {
        return new Problem(Kind.INPUT, sentence);
    }

    public static Problem model(String sentence) {
        return new Problem(Kind.MODEL, sentence);
    }

    /**
     * {@code file} of a model folder cannot be used for the reason {@code what} ("is damaged"); the message says how to get the model
     * again.
     */
    public static Problem model(Path file, String what) {
        return model(file, what, null);
    }

    public static Problem model(Path file, String what, @Nullable Throwable cause) {
        return new Problem(Kind.MODEL, file + " " + what + ". " + Remedy.of(file) + ".", cause);
    }

    public static Problem device(String sentence, @Nullable Throwable cause) {
        return new Problem(Kind.DEVICE, sentence, cause);
    }

    public static Problem disk(String sentence, @Nullable Throwable cause) {
        return new Problem(Kind.DISK, sentence, cause);
    }

    /** Keeps the beginning and the end of a message that is too long: what it is about, and what to do. */
    private static String readable(String sentence) {
        if (sentence.length() <= LONGEST) return sentence;
        int head = LONGEST / 2 - (Character.isHighSurrogate(sentence.charAt(LONGEST / 2 - 1)) ? 1 : 0);
        int tail = sentence.length() - LONGEST / 2 + 1;
        if (Character.isLowSurrogate(sentence.charAt(tail))) tail++;
        return sentence.substring(0, head) + "…" + sentence.substring(tail);
    }

    public Kind kind() {
        return kind;
    }
}
