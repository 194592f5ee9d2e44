package packaging;

import java.util.Locale;

/** The system a package is built for: always the one the build runs on, because jlink, jpackage and the start-up cache are bound to it. */
enum Target {
    LINUX_X64("linux-x64", "linux", "linux-x64", "linux-x86_64", "linux-x86-64"),
    LINUX_ARM("linux-arm64", "linux-aarch64", "linux-aarch64", "linux-aarch64", "linux-aarch64"),
    MAC_ARM("macos-arm64", "mac-aarch64", "osx-aarch64", "osx-aarch64", "darwin-aarch64"),
    WINDOWS_X64("windows-x64", "win", "win-x64", "win-x86_64", "win32-x86-64");

    /** As it is called in the names of packages; then by JavaFX, ONNX Runtime, the tokenizers library, and JNA. */
    final String label;
    final String javafx;
    final String onnxRuntime;
    final String tokenizers;
    final String jna;

    Target(String label, String javafx, String onnxRuntime, String tokenizers, String jna) {
        this.label = label;
        this.javafx = javafx;
        this.onnxRuntime = onnxRuntime;
        this.tokenizers = tokenizers;
        this.jna = jna;
    }

    static Target ofThisMachine() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64");
        if (!arm && !arch.equals("amd64")) throw new IllegalStateException("There is no ONNX Runtime for " + os + " on " + arch + ".");
        if (os.startsWith("linux")) return arm ? LINUX_ARM : LINUX_X64;
        if (os.startsWith("mac") && arm) return MAC_ARM;
        if (os.startsWith("windows") && !arm) return WINDOWS_X64;
        throw new IllegalStateException("There is no ONNX Runtime for " + os + " on " + arch + ".");
    }

    boolean isLinux() {
        return label.startsWith("linux");
    }

    boolean isMac() {
        return label.startsWith("macos");
    }

    boolean isWindows() {
        return label.startsWith("windows");
    }

    /** The architecture in Debian's words and in RPM's. */
    String debian() {
        return this == LINUX_ARM ? "arm64" : "amd64";
    }

    String rpm() {
        return this == LINUX_ARM ? "aarch64" : "x86_64";
    }
}
