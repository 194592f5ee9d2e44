package studio.parley.convert.csm;

import studio.parley.convert.graph.Value;

/** Keys and values of one layer, before or after a run. */
record Cache(Value key, Value value) {
    static final Cache EMPTY = new Cache(Value.NONE, Value.NONE);
}
