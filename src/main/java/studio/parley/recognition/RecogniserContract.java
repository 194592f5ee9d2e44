package studio.parley.recognition;

/**
 * The names used on both sides of a recogniser folder: files, graph inputs and graph outputs, as docs/recogniser-folder.md describes them
 * with shapes. The converter writes them, the recogniser reads them.
 */
public final class RecogniserContract {
    /** Raised only if an older reader would misread a folder. */
    public static final int FORMAT = 1;
    /** Value of {@code kind} in recogniser.json. */
    public static final String KIND = "speech-recognition";

    /** Files of a recogniser folder. */
    public static final String MODEL_JSON = "recogniser.json";
    public static final String TOKENIZER_JSON = "tokenizer.json";
    public static final String ENCODER_FILE = "encoder.onnx";
    public static final String DECODER_FILE = "decoder.onnx";
    public static final String WEIGHTS = "whisper.bin";

    /** Keys under {@code graphs} in recogniser.json. */
    public static final String ENCODER = "encoder";
    public static final String DECODER = "decoder";

    /** encoder: input. */
    public static final String MEL = "mel";

    /** decoder: inputs. */
    public static final String TOKENS = "tokens";
    /** decoder: tokens already in the cache. */
    public static final String POSITION = "position";

    /** decoder: outputs. */
    public static final String LOGITS = "logits";
    public static final String ATTENTION = "attention";

    /** Followed by the number of the decoder's layer. Outputs of the encoder, inputs of the decoder. */
    public static final String CROSS_KEY = "cross_key_";
    public static final String CROSS_VALUE = "cross_value_";
    /** decoder: inputs. */
    public static final String PAST_KEY = "past_key_";
    public static final String PAST_VALUE = "past_value_";
    /** decoder: outputs. */
    public static final String PRESENT_KEY = "present_key_";
    public static final String PRESENT_VALUE = "present_value_";

    /** The same in every Whisper: samples per second, samples of a spectrum, samples from one spectrum to the next. */
    public static final int SAMPLE_RATE = 16_000;
    public static final int FFT = 400;
    public static final int HOP = 160;

    private RecogniserContract() {}
}
