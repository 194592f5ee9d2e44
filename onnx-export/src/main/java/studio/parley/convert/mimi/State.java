package studio.parley.convert.mimi;

import static studio.parley.convert.graph.Ops.concat;
import static studio.parley.convert.graph.Ops.slice;

import java.util.ArrayList;
import java.util.List;
import studio.parley.convert.WrittenModel.StateShape;
import studio.parley.convert.graph.DType;
import studio.parley.convert.graph.GraphBuilder;
import studio.parley.convert.graph.Value;
import studio.parley.speech.Signatures;

/**
 * The states of a streaming graph, in the order in which its layers ask for them. A layer's state is the last columns of its input:
 * what its kernel still sees of the steps before.
 */
final class State {
    private final GraphBuilder graph;
    private final List<StateShape> shapes = new ArrayList<>();

    State(GraphBuilder graph) {
        this.graph = graph;
    }

    /** {@code x} [B,channels,L] with the last columns of the step before in front of it; remembers its own last columns. */
    Value precede(GraphBuilder b, Value x, int channels, int columns) {
        if (columns == 0) return x;
        int number = shapes.size();
        shapes.add(new StateShape(channels, columns));
        var before = graph.input(Signatures.state(number), DType.FLOAT, "B", channels, columns);
        var all = concat(b, 2, before, x);
        graph.output(Signatures.nextState(number), slice(b, all, 2, -columns, Long.MAX_VALUE), DType.FLOAT, "B", channels, columns);
        return all;
    }

    List<StateShape> shapes() {
        return List.copyOf(shapes);
    }
}
