package studio.parley.convert.checkpoint.layout;

import java.util.Set;

/** What the tensors of a stack in Sesame's layout show about it: everything but how many heads share the rows of q and k. */
public record StackShape(int layers, int width, int queryRows, int keyRows, int feedForward) {
    /** {@code stack} is {@code backbone} or {@code decoder}. */
    public static StackShape of(TensorSet tensors, String stack) {
        var layer = stack + ".layers.0.";
        long[] q = tensors.matrix(layer + "attn.q_proj.weight");
        long[] k = tensors.matrix(layer + "attn.k_proj.weight");
        long[] up = tensors.matrix(layer + "mlp.w1.weight");
        return new StackShape(layers(tensors.names(), stack + ".layers."), (int) q[1], (int) q[0], (int) k[0], (int) up[0]);
    }

    private static int layers(Set<String> names, String prefix) {
        int n = 0;
        while (names.contains(prefix + n + ".attn.q_proj.weight")) n++;
        return n;
    }
}
