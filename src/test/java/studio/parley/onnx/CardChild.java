package studio.parley.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.parley.io.LogFile;

/** Computes something on the graphics card if it can, and prints on what and why. */
final class CardChild {
    private CardChild() {}

    public static void main(String[] args) throws Exception {
        LogFile.install();
        var runtime = OrtRuntime.open(DevicePreference.AUTO);
        var folder = Files.createTempDirectory(Path.of(System.getProperty("parley.home")), "graph");
        runtime.load(TinyOnnx.twice(folder), new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1)).close();
        System.out.println(runtime.device() + ": " + runtime.fallback().orElse("works"));
    }
}
