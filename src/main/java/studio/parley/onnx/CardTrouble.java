package studio.parley.onnx;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a graphics card cannot be used.
 *
 * @param reason part of a sentence
 * @param step what to do, as a whole sentence
 */
record CardTrouble(String reason, String step) {
    static final String SET_UP = "Set it up with 'parley gpu setup', or in the studio under Settings, Graphics card.";
    private static final String WITH_CUDA = "Get it with 'parley gpu setup --with-cuda', or in the studio under Settings, Graphics card.";
    private static final String DRIVER = "Install NVIDIA's driver, then start Parley again.";

    private record Cause(Pattern raw, CardTrouble trouble) {}

    /** A library that the loader of Linux or Windows does not find. */
    private static final Pattern MISSING = Pattern.compile(
            "(?i)(?:depends on \"|error: |loading |loading \")?([\\w.+-]+\\.(?:so[.\\d]*|dll))\"?(?:: cannot open shared object| which is missing)");

    /** In this order: what names a special cause comes first. */
    private static final List<Cause> CAUSES = List.of(
            cause("CUDA failure 35\\b|driver version is insufficient", "its driver is too old for CUDA 12",
                    "Install NVIDIA's driver 525 or newer, then start Parley again."),
            cause("CUDA failure (100|38)\\b|no CUDA-capable device|invalid device ordinal", "no NVIDIA graphics card was found",
                    "Check that the card is switched on and that 'nvidia-smi' lists it, or choose the processor with --device cpu."),
            cause("CUDA failure (803|804)\\b|system.{1,20}driver mismatch|forward compatibility",
                    "its driver was updated while the computer was running", "Restart the computer."),
            cause("CUDA failure 2\\b|out of memory|Failed to allocate memory|CUBLAS_STATUS_ALLOC_FAILED|CUDNN_STATUS_ALLOC_FAILED|BFCArena", "its memory is full",
                    "Close other programs that use the card, or choose a smaller model, then start Parley again."),
            cause("CUDA failure (209|98)\\b|no kernel image|CUDNN_STATUS_ARCH_MISMATCH|CUBLAS_STATUS_ARCH_MISMATCH",
                    "the card is too old, or too new, for this version of ONNX Runtime",
                    "Choose the processor with --device cpu."),
            cause("CUDA failure 46\\b|busy or unavailable", "another program uses it alone", "Close that program, then start Parley again."),
            cause("(?i)cudnn.{0,40}(not initialized|NOT_INITIALIZED|version|not found|unable to load)|unable to load.{0,20}cudnn|CUDNN failure 1001",
                    "cuDNN 9 cannot be loaded", WITH_CUDA),
            cause("(?i)execution provider is not enabled|not.{1,12}built with", "these libraries of ONNX Runtime have no support for it", SET_UP),
            cause("(?i)device.{1,12}lost|CUDA failure (4|304|700|702|709|710|714|715|716|717|718|719|721|999)\\b"
                    + "|illegal memory access|launch failure|unspecified", "it reported an error and stopped",
                    "Start Parley again; if this happens again, update NVIDIA's driver."));

    private static Cause cause(String raw, String reason, String step) {
        return new Cause(Pattern.compile(raw), new CardTrouble(reason, step));
    }

    /** The cause in a message of ONNX Runtime, CUDA or the system's loader. */
    static CardTrouble of(String raw) {
        var missing = MISSING.matcher(raw);
        if (missing.find()) return missing(missing.group(1));
        return CAUSES.stream().filter(c -> c.raw().matcher(raw).find()).map(Cause::trouble).findFirst()
                .orElse(new CardTrouble("it reported an error", "The log has the details. Start Parley again, or choose the processor with --device cpu."));
    }

    /** Libraries are named: people search for that. */
    private static CardTrouble missing(String library) {
        var name = library.toLowerCase(Locale.ROOT);
        if (name.startsWith("libcuda.so") || name.startsWith("nvcuda")) {
            return new CardTrouble("no NVIDIA driver is installed: " + library + " is missing", DRIVER);
        }
        if (name.contains("cudnn")) return new CardTrouble(library + " of cuDNN 9 is missing", WITH_CUDA);
        if (name.contains("cublas") || name.contains("cudart") || name.contains("curand") || name.contains("cufft") || name.contains("nvrtc")) {
            return new CardTrouble(library + " of CUDA 12 is missing", WITH_CUDA);
        }
        return new CardTrouble(library + " is missing", SET_UP);
    }

    String sentence() {
        return "The graphics card cannot be used (" + reason + "), so the processor computes instead. " + step;
    }
}
