package studio.parley.speech.model;

/**
 * The names used on both sides of a model folder: files, graph inputs and graph outputs, as docs/model-folder.md describes them with
 * shapes. The converter writes them, the engine reads them; they are spelled out nowhere else.
 */
public final class ModelContract {
    /** Raised only if an older reader would misread a folder. */
    public static final int FORMAT = 1;

    /** Files of a model folder. */
    public static final String MODEL_JSON = "model.json";
    public static final String TOKENIZER_JSON = "tokenizer.json";
    public static final String BACKBONE_FILE = "backbone.onnx";
    public static final String DEPTH_DECODER_FILE = "depth_decoder.onnx";
    public static final String BACKBONE_CUDA_FILE = "backbone.cuda.onnx";
    public static final String DEPTH_DECODER_CUDA_FILE = "depth_decoder.cuda.onnx";
    public static final String MIMI_ENCODER_FILE = "mimi_encoder.onnx";
    public static final String MIMI_DECODER_FILE = "mimi_decoder.onnx";
    public static final String LANGUAGE_WEIGHTS = "language.bin";
    public static final String MIMI_WEIGHTS = "mimi.bin";

    /** Keys under {@code graphs} in model.json, and under them the four networks. */
    public static final String CPU = "cpu";
    public static final String CUDA = "cuda";
    public static final String BACKBONE = "backbone";
    public static final String DEPTH_DECODER = "depth_decoder";
    public static final String MIMI_ENCODER = "mimi_encoder";
    public static final String MIMI_DECODER = "mimi_decoder";

    /** backbone: inputs. */
    public static final String ROWS = "rows";
    public static final String SEQLENS_K = "seqlens_k";
    public static final String TOTAL_SEQUENCE_LENGTH = "total_sequence_length";

    /** backbone: outputs; {@code hidden} is also the depth decoder's input. */
    public static final String HIDDEN = "hidden";
    public static final String LOGITS = "logits";

    /** depth_decoder: inputs. */
    public static final String CODE0 = "code0";
    public static final String NOISE = "noise";
    public static final String TEMPERATURE = "temperature";
    public static final String GREEDY = "greedy";
    public static final String TOP_K = "top_k";
    public static final String LOGIT_BIAS = "logit_bias";
    /** Only if exposed. */
    public static final String FORCED = "forced";
    /** depth_decoder: output; only if exposed. */
    public static final String STEP_LOGITS = "step_logits";

    /** Output of depth_decoder and mimi_encoder, input of mimi_decoder. */
    public static final String CODES = "codes";

    /** mimi_encoder's input and mimi_decoder's output. */
    public static final String AUDIO = "audio";
    /** mimi_encoder: output before the quantiser; only if exposed. */
    public static final String LATENT = "latent";
    /** mimi_decoder: frames already decoded. */
    public static final String POSITION = "position";

    private ModelContract() {}

    public static String pastKey(int layer) {
        return "past_key_" + layer;
    }

    public static String pastValue(int layer) {
        return "past_value_" + layer;
    }

    /** backbone: the same buffer as {@link #pastKey}, pinned. */
    public static String presentKey(int layer) {
        return "present_key_" + layer;
    }

    public static String presentValue(int layer) {
        return "present_value_" + layer;
    }

    /** backbone, only if exposed: output of layer {@code i} before the final norm; 0 is the embedding sum. */
    public static String hiddenState(int i) {
        return "hidden_state_" + i;
    }

    /** mimi_decoder: convolution contexts and transposed-convolution tails, in order. */
    public static String state(int i) {
        return "state_" + i;
    }

    public static String nextState(int i) {
        return "next_state_" + i;
    }

    /** mimi_decoder: the key window after this run, newest last. */
    public static String nextKey(int layer) {
        return "next_key_" + layer;
    }

    public static String nextValue(int layer) {
        return "next_value_" + layer;
    }
}
