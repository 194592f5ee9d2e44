package studio.parley.convert.mimi;

import static studio.parley.convert.graph.OnnxOps.concat;
import static studio.parley.convert.graph.OnnxOps.slice;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.StateShape;
import studio.parley.convert.graph.ValueRef;
import studio.parley.speech.model.ModelContract;

/**
 * The states of a streaming graph, in the order in which its layers request them. A layer's state is the last columns of its input: what
 * its kernel still covers of the previous steps.
 */
final class StreamState {
    private final GraphBuilder graph;
    private final List<StateShape> shapes = new ArrayList<>();

    StreamState(GraphBuilder graph) {
        this.graph = graph;
    }

    /** {@code x} [B,channels,L] with the last columns of the previous step in front of it; remembers its own last columns. */
    ValueRef precede(GraphBuilder b, ValueRef x, int channels, int columns) {
        if (columns == 0) return x;
        int number = shapes.size();
        shapes.add(new StateShape(channels, columns));
        var before = graph.input(ModelContract.state(number), DType.FLOAT, "B", channels, columns);
        var all = concat(b, 2, before, x);
        graph.output(ModelContract.nextState(number), slice(b, all, 2, -columns, Long.MAX_VALUE), DType.FLOAT, "B", channels, columns);
        return all;
    }

    List<StateShape> shapes() {
        return List.copyOf(shapes);
    }
}
