package studio.parley.speaker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.parley.modelfolder.Licence;
import studio.parley.modelfolder.ListedFile;
import studio.parley.modelfolder.ModelJsonReader;
import studio.parley.problem.Problem;

/**
 * The content of a speaker encoder's {@code speaker.json} (docs/speaker-folder.md).
 *
 * @param columns of the mel spectrogram of a window
 * @param embedding values of an embedding
 * @param encoder file name of the graph
 */
public record SpeakerInfo(String name, String identity, String precision, int melBands, int columns, int embedding, String encoder, List<Licence> licences,
        List<ListedFile> files) {
    /** Reads {@code speaker.json} in {@code folder}. */
    public static SpeakerInfo read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.model(folder + " is not a folder of a speaker encoder. Create one from a checkpoint with 'parley convert CHECKPOINT -o FOLDER'.");
        }
        var file = folder.resolve(SpeakerContract.MODEL_JSON);
        var json = ModelJsonReader.read(file);
        if (!SpeakerContract.KIND.equals(json.words("kind"))) {
            throw Problem.model(folder + " holds a model that does not tell voices apart. Use a folder made from a speaker encoder with 'parley convert'.");
        }
        if (json.integer("format", 1, Integer.MAX_VALUE) > SpeakerContract.FORMAT) {
            throw Problem.model(file + " was written by a newer version of Parley (" + json.text("parley", "unknown version")
                    + "). Install that version, or convert the checkpoint again with this one.");
        }
        var speaker = json.object("speaker");
        return new SpeakerInfo(json.text("name"), json.text("identity"), json.text("precision"), speaker.integer("mel_bands", 1, 256),
                speaker.integer("columns", 2, 4096), speaker.integer("embedding", 1, 1 << 14), json.object("graphs").fileName(SpeakerContract.ENCODER),
                json.licences(), json.files());
    }

    /** Size of all files of the folder. */
    public long bytes() {
        return files.stream().mapToLong(ListedFile::bytes).sum();
    }
}
