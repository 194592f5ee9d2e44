package studio.parley.speaker;

/**
 * The names used on both sides of the folder of a speaker encoder: files, input and output of its graph, as docs/speaker-folder.md describes
 * them with shapes. The converter writes them, {@link SpeakerEncoder} reads them.
 */
public final class SpeakerContract {
    /** Raised only if an older reader would misread a folder. */
    public static final int FORMAT = 1;
    /** Value of {@code kind} in speaker.json. */
    public static final String KIND = "speaker-encoder";

    /** Files of the folder. */
    public static final String MODEL_JSON = "speaker.json";
    public static final String GRAPH_FILE = "encoder.onnx";
    public static final String WEIGHTS = "speaker.bin";

    /** Key under {@code graphs} in speaker.json. */
    public static final String ENCODER = "encoder";
    /** Input and output of the graph. */
    public static final String MEL = "mel";
    public static final String EMBEDDING = "embedding";

    /** Samples per second, samples of a spectrum, samples from one spectrum to the next. */
    public static final int SAMPLE_RATE = 16_000;
    public static final int FFT = 400;
    public static final int HOP = 160;

    private SpeakerContract() {}
}
