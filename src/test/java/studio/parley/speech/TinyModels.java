package studio.parley.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.Conversions;
import studio.parley.convert.Converter;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;
import studio.parley.onnx.RuntimeOptions;

/** The reference's tiny checkpoints through our converter, each converted once per test run and never closed. */
final class TinyModels {
    private static final Map<String, SpeechModel> OPEN = new ConcurrentHashMap<>();

    private TinyModels() {}

    static SpeechModel open(String checkpoint) {
        return open(checkpoint, Precision.FP32);
    }

    static SpeechModel open(String checkpoint, Precision precision) {
        // One thread: networks this small only wait for each other.
        var options = RuntimeOptions.of(DevicePreference.CPU).withThreads(1);
        return OPEN.computeIfAbsent(checkpoint + precision, _ -> SpeechModel.open(convert(checkpoint, precision), OrtRuntime.open(options)));
    }

    /** The networks for cards, on the processor. */
    static SpeechModel forCards(String checkpoint, Precision precision) {
        var same = open(checkpoint, precision);
        return OPEN.computeIfAbsent(checkpoint + precision + " for cards", _ -> SpeechModel.openForCards(same.folder(), same.runtime()));
    }

    private static Path convert(String name, Precision precision) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tiny-models")), name).resolve("model");
            return Converter.convert(Conversions.exposed(Golden.folder(name), folder, precision), ConversionListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
