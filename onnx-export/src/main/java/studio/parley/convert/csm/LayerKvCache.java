package studio.parley.convert.csm;

import studio.parley.convert.graph.ValueRef;

/** Keys and values of one layer, before or after a run. */
record LayerKvCache(ValueRef key, ValueRef value) {
    static final LayerKvCache EMPTY = new LayerKvCache(ValueRef.NONE, ValueRef.NONE);
}
