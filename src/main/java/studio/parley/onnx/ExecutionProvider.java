package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** What computes a session's networks. Tests replace the one of the graphics card, see {@link GraphicsCard#replace}. */
interface ExecutionProvider {
    ExecutionProvider CPU = new ExecutionProvider() {
        @Override
        public Device device() {
            return Device.CPU;
        }

        @Override
        public void addTo(SessionOptions options) {
            // It is always there.
        }
    };

    ExecutionProvider CUDA = new ExecutionProvider() {
        @Override
        public Device device() {
            return Device.CUDA;
        }

        @Override
        public void addTo(SessionOptions options) throws OrtException {
            try (var cuda = new OrtCUDAProviderOptions(0)) {
                cuda.add("arena_extend_strategy", "kSameAsRequested");
                cuda.add("cudnn_conv_algo_search", "HEURISTIC");
                // 10 bits of mantissa would change up to 7.6 % of the codes of reference clips (docs/decisions/0029).
                cuda.add("use_tf32", "0");
                options.addCUDA(cuda);
            }
        }

        @Override
        public String memory() {
            return "Cuda";
        }
    };

    ExecutionProvider COREML = new ExecutionProvider() {
        @Override
        public Device device() {
            return Device.COREML;
        }

        @Override
        public void addTo(SessionOptions options) throws OrtException {
            options.addCoreML();
        }
    };

    Device device();

    /** @throws OrtException if its libraries cannot be loaded or it finds no device */
    void addTo(SessionOptions options) throws OrtException;

    /** ONNX Runtime's name of its memory. */
    default String memory() {
        return "Cpu";
    }

    /** Called before every run of a network. */
    default void beforeRun() throws OrtException {}
}
