package studio.parley;

import java.util.Optional;

/** The platforms on which Parley cannot run: ONNX Runtime and the tokenizers library have no native libraries for them. */
final class UnsupportedPlatform {
    private UnsupportedPlatform() {}

    /** What to say on this system with this Java, if anything; the names are those of {@code os.name} and {@code os.arch}. */
    static Optional<String> sentence(String system, String architecture) {
        boolean arm = architecture.equals("aarch64");
        if (system.startsWith("Mac") && !arm) {
            return Optional.of("Parley does not run on Macs with Intel processors, because ONNX Runtime has no libraries for them. "
                    + "If this Mac has Apple silicon, install a Java for it (aarch64).");
        }
        if (system.startsWith("Windows") && arm) {
            return Optional.of("Parley does not run on Windows on ARM, because ONNX Runtime has no libraries for it. "
                    + "Use a PC with an x64 processor, or Linux.");
        }
        return Optional.empty();
    }
}
