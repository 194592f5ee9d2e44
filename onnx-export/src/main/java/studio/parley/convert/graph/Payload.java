package studio.parley.convert.graph;

import java.util.List;

/**
 * Produces the bytes of one tensor, or of several that result from one pass (codes and scales of a quantised matrix). Runs once, when the
 * weight file is written; each sink must get exactly the bytes of its tensor.
 */
@FunctionalInterface
public interface Payload {
    void write(List<ByteSink> sinks);
}
