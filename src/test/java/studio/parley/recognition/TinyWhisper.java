package studio.parley.recognition;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import studio.parley.convert.ConversionListener;
import studio.parley.convert.NetworkRequest;
import studio.parley.convert.RecogniserConverter;
import studio.parley.convert.weights.Precision;
import studio.parley.golden.Golden;
import studio.parley.onnx.DevicePreference;
import studio.parley.onnx.OrtRuntime;

/** The tiny random Whisper of onnx-export/reference/whisper.py as a recogniser folder. */
public final class TinyWhisper {
    private TinyWhisper() {}

    /** Makes the folder, which must not exist. */
    public static Path make(Path folder) {
        RecogniserConverter.convert(new NetworkRequest(Golden.folder("whisper-tiny"), folder, Precision.FP32, false), ConversionListener.NONE);
        return folder;
    }

    static WhisperModel open(Path folder) {
        return WhisperModel.open(folder, OrtRuntime.open(DevicePreference.CPU));
    }

    /** The signals of onnx-export/reference/logmel.py. */
    static float[] signal(String name) {
        return switch (name) {
            case "sweep" -> samples(40_000, t -> 0.3 * Math.sin(2 * Math.PI * (150 * t + 1200 * t * t)) * Math.abs(Math.sin(2 * Math.PI * 1.5 * t)));
            case "full" -> samples(480_000, t -> 0.2 * Math.sin(2 * Math.PI * 220 * t) + 0.001 * Math.sin(2 * Math.PI * 7900 * t));
            case "click" -> {
                var click = new float[300];
                click[0] = 0.9f;
                click[7] = -0.5f;
                click[299] = 0.25f;
                yield click;
            }
            case "silence" -> new float[1600];
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static float[] samples(int count, DoubleUnaryOperator of) {
        var out = new float[count];
        for (int i = 0; i < count; i++) out[i] = (float) of.applyAsDouble(i / 16_000.0);
        return out;
    }
}
