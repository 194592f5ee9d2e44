package studio.parley.convert.whisper;

import java.nio.file.Path;
import java.util.List;
import studio.parley.convert.graph.Progress;
import studio.parley.convert.graph.WeightFile;
import studio.parley.convert.weights.Precision;
import studio.parley.recognition.RecogniserContract;

/** Writes both graphs and their weights into an existing empty folder. */
public final class WhisperGraphs {
    private WhisperGraphs() {}

    /** @return the files written, sorted */
    public static List<String> write(WhisperCheckpoint checkpoint, Precision precision, Path folder, Progress progress) {
        var file = new WeightFile(RecogniserContract.WEIGHTS);
        var whisper = new WhisperGraphContext(checkpoint.weights(), checkpoint.sizes(), file, precision);
        new WhisperDecoderGraph(whisper).build().save(folder.resolve(RecogniserContract.DECODER_FILE));
        new WhisperEncoderGraph(whisper).build().save(folder.resolve(RecogniserContract.ENCODER_FILE));
        file.write(folder, progress, 0, file.bytes());
        return List.of(RecogniserContract.DECODER_FILE, RecogniserContract.ENCODER_FILE, RecogniserContract.WEIGHTS);
    }
}
