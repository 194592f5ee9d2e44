package studio.parley.problem;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can understand and mend: one sentence that says what failed (naming the file) and what to do next.
 *
 * <p>Every package throws this for bad input, missing files, full disks and absent devices, with the library's own
 * exception as its cause. Only the command line and the window puts it into words on a screen; nobody prints it lower
 * down. Anything else that is thrown is a defect in Parley.
 */
public class Problem extends RuntimeException {
    /** What kind of trouble, for the exit code and for the remedy a window can offer. */
    public enum Kind {
        /** A file, script, clip or argument from the user cannot be used as it is. */
        INPUT,
        /** A checkpoint or a model folder is missing, broken, unknown or too new. */
        MODEL,
        /** A device (graphics card, sound card, microphone) is absent or refused. */
        DEVICE,
        /** Reading or writing failed: no room, no permission, vanished disk. */
        DISK
    }

    /** No sentence is longer: what a stranger's file says in one of its values may have any length. */
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

    /** {@code file} of a model folder cannot be used: {@code what} is the matter ("is damaged"), and the way to get it anew. */
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

    /** Beginning and end of what is too long: what it is about, and what to do. */
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
