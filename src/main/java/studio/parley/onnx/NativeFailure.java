package studio.parley.onnx;

/** A function of ONNX Runtime's C interface returned an error; the message is the library's. */
final class NativeFailure extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NativeFailure(String message) {
        super(message);
    }
}
