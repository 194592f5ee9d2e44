package studio.parley.convert.graph;

/** The name of a tensor that flows through a graph: an input, an initializer or the output of a node. */
public record ValueRef(String name) {
    /** An optional input that is left out. */
    public static final ValueRef NONE = new ValueRef("");
}
