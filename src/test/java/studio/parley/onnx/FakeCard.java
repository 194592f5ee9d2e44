package studio.parley.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** A graphics card for tests: it computes like the processor, with the processor's networks, until it fails as told. Closing it restores the real one. */
public final class FakeCard implements ExecutionProvider, AutoCloseable {
    private final AtomicInteger loads = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();
    private final int badLoad;
    private final int badRun;
    private final String message;

    private FakeCard(int badLoad, int badRun, String message) {
        this.badLoad = badLoad;
        this.badRun = badRun;
        this.message = message;
        GraphicsCard.replace(this);
    }

    /** Works. */
    public static FakeCard working() {
        return new FakeCard(0, 0, "");
    }

    /** Fails from the {@code number}th time on that a network is loaded, where 1 is the look for the card. */
    public static FakeCard failingAtLoad(int number, String message) {
        return new FakeCard(number, 0, message);
    }

    /** Fails from the {@code number}th run of a network on. */
    public static FakeCard failingAtRun(int number, String message) {
        return new FakeCard(0, number, message);
    }

    public int runs() {
        return runs.get();
    }

    @Override
    public Device device() {
        return Device.COREML;
    }

    @Override
    public void addTo(SessionOptions options) throws OrtException {
        if (loads.incrementAndGet() >= badLoad && badLoad > 0) throw new OrtException(message);
    }

    @Override
    public void beforeRun() throws OrtException {
        if (runs.incrementAndGet() >= badRun && badRun > 0) throw new OrtException(message);
    }

    @Override
    public void close() {
        GraphicsCard.replace(ExecutionProvider.CUDA);
    }
}
