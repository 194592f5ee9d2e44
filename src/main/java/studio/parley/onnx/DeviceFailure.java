package studio.parley.onnx;

import studio.parley.problem.Problem;

/** A graphics card failed while a network was being loaded or computed. The message says why, that the CPU is used from now on, and what to do. */
public final class DeviceFailure extends Problem {
    private static final long serialVersionUID = 1;

    DeviceFailure(String sentence, Throwable cause) {
        super(Kind.DEVICE, sentence, cause);
    }
}
