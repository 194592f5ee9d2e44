package studio.parley.convert.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.onnx.Onnx.NodeProto;
import studio.parley.convert.onnx.Onnx.TensorProto.DataType;

/**
 * Where ONNX Runtime computes a graph on a machine with a card. Sizes ({@code Shape} and what follows from sizes alone) stay in host
 * memory; everything else is computed by a CUDA kernel, or there is a fault: a node without one, or a value that is copied from the card
 * to the host.
 */
final class Placement {
    private final Map<String, CudaKernel> kernels;
    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> constant = new HashSet<>();
    private final Set<String> host = new HashSet<>();
    private final Set<String> card = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private Placement(Map<String, CudaKernel> kernels, ModelProto model) {
        this.kernels = kernels;
        model.getOpsetImportList().forEach(o -> versions.put(domain(o.getDomain()), (int) o.getVersion()));
        var graph = model.getGraph();
        graph.getInitializerList().forEach(i -> types.put(i.getName(), name(i.getDataType())));
        graph.getInitializerList().forEach(i -> constant.add(i.getName()));
        graph.getInputList().forEach(i -> types.put(i.getName(), name(i.getType().getTensorType().getElemType())));
        graph.getNodeList().forEach(this::place);
    }

    /** Every reason why a run of the graph would leave the card or copy from it. */
    static List<String> faults(Map<String, CudaKernel> kernels, ModelProto model) {
        return new Placement(kernels, model).faults;
    }

    private void place(NodeProto node) {
        var kernel = kernels.get(domain(node.getDomain()) + " " + node.getOpType());
        if (kernel == null) {
            throw new AssertionError("no line in cuda-kernels.txt for " + node.getOpType());
        }
        var given = node.getInputList().stream().map(i -> i.isEmpty() ? "" : type(i)).toList();
        var bound = new HashMap<String, String>();
        var refusal = kernel.refuses(versions.get(domain(node.getDomain())), given, bound);
        refusal.ifPresent(why -> faults.add(node.getName() + ": no CUDA kernel for " + node.getOpType() + " of " + why));
        boolean fixed = node.getInputList().stream().allMatch(i -> i.isEmpty() || constant.contains(i));
        boolean sizes = !fixed && !node.getOpType().equals("Shape")
                && node.getInputList().stream().allMatch(i -> i.isEmpty() || constant.contains(i) || host.contains(i)) && !makesData(node);
        if (!fixed && !sizes) check(node, kernel);
        for (int i = 0; i < node.getOutputCount(); i++) {
            var out = node.getOutput(i);
            types.put(out, node.getOpType().equals("Cast") ? name((int) node.getAttributeList().stream().filter(a -> a.getName().equals("to"))
                    .findFirst().orElseThrow().getI()) : kernel.result(i, bound));
            if (fixed) constant.add(out);
            else if (sizes || kernel.output(i).host()) host.add(out);
            else card.add(out);
        }
    }

    /** Range takes sizes and makes data of them, on the card. */
    private static boolean makesData(NodeProto node) {
        return node.getOpType().equals("Range") || node.getOpType().equals("Expand");
    }

    private void check(NodeProto node, CudaKernel kernel) {
        for (int i = 0; i < node.getInputCount(); i++) {
            var in = node.getInput(i);
            if (kernel.input(i).host() && card.contains(in)) faults.add(node.getName() + " waits for " + in + " from the card");
        }
    }

    private String type(String value) {
        var type = types.get(value);
        if (type == null) throw new AssertionError("no type of " + value);
        return type;
    }

    private static String domain(String domain) {
        return domain.isEmpty() ? "ai.onnx" : domain;
    }

    private static String name(int type) {
        return DataType.forNumber(type).name().toLowerCase(Locale.ROOT);
    }
}
