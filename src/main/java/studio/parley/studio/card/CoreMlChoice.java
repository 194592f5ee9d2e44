package studio.parley.studio.card;

import java.util.Locale;
import java.util.function.Function;

/**
 * Whether CoreML is worth using on this Mac, decided by speaking a few frames, never assumed: it must be clearly faster than the processor,
 * and give the same codes.
 *
 * @param device for the settings: {@code coreml}, or nothing, which means the processor
 */
record CoreMlChoice(String device, String words) {
    /** Times of one run vary by a tenth. */
    private static final double CLEARLY = 0.85;

    /** @param speak speaks on a device: {@code cpu} or {@code coreml} */
    static CoreMlChoice of(Function<String, SpeechSample> speak) {
        var processor = speak.apply("cpu");
        if (processor.trouble().isPresent()) return processor("could not be compared, because the processor failed: " + processor.trouble().get());
        var coreMl = speak.apply("coreml");
        if (coreMl.trouble().isPresent()) return processor("does not work here: " + coreMl.trouble().get());
        var times = String.format(Locale.ROOT, "%.1f ms for a frame, the processor %.1f ms", coreMl.millis(), processor.millis());
        if (!coreMl.codes().equals(processor.codes())) return processor("speaks other codes than the processor (" + times + ").");
        if (coreMl.millis() > CLEARLY * processor.millis()) return processor("is not clearly faster (" + times + ").");
        return new CoreMlChoice("coreml", "CoreML is used from now on: the same codes, and it needs " + times + ".");
    }

    private static CoreMlChoice processor(String why) {
        return new CoreMlChoice("", "The processor is used, because CoreML " + why);
    }
}
