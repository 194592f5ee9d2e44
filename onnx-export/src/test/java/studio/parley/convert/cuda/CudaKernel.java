package studio.parley.convert.cuda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of ONNX Runtime's table of CUDA kernels (src/test/resources/onnxruntime/cuda-kernels.txt).
 *
 * @param from first version of the operator, {@code to} the last
 * @param types the types of each type parameter
 */
record CudaKernel(String operator, int from, int to, List<Port> inputs, List<Port> outputs, Map<String, Set<String>> types) {
    private static final String ALL = "bfloat16,bool,double,float,float16,int16,int32,int64,int8,uint16,uint32,uint64,uint8";

    /** An input or output; the last may be {@code repeated}. One in {@code host} memory is not on the card. */
    record Port(String type, boolean host, boolean repeated) {
        static Port of(String text) {
            var parts = text.split(":");
            return new Port(parts[1].replace("...", ""), parts[0].endsWith("@host"), parts[1].endsWith("..."));
        }
    }

    /** The type of output {@code i}, from the types that {@link #refuses} bound. */
    String result(int i, Map<String, String> bound) {
        var formal = output(i).type.split("/");
        for (var f : formal) if (bound.containsKey(f)) return bound.get(f);
        return formal[0];
    }

    /** By domain and operator. */
    static Map<String, CudaKernel> table() {
        try (var in = new BufferedReader(new InputStreamReader(CudaKernel.class.getResourceAsStream("/onnxruntime/cuda-kernels.txt"),
                StandardCharsets.UTF_8))) {
            var table = new LinkedHashMap<String, CudaKernel>();
            for (var line : in.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
                var kernel = parse(line);
                table.put(kernel.operator, kernel);
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CudaKernel parse(String line) {
        var halves = line.split(" \\| ");
        var words = halves[0].split(" -> ");
        var left = words[0].split(" ");
        var versions = left[2].split("[-+]");
        var types = new HashMap<String, Set<String>>();
        for (var t : halves[1].split(" ")) {
            var pair = t.split("=");
            types.put(pair[0], Set.of((pair[1].equals("all") ? ALL : pair[1]).split(",")));
        }
        return new CudaKernel(left[0] + " " + left[1], Integer.parseInt(versions[0]),
                left[2].endsWith("+") ? Integer.MAX_VALUE : Integer.parseInt(versions[versions.length - 1]),
                ports(Arrays.stream(left).skip(3)), ports(Arrays.stream(words[1].split(" "))), types);
    }

    private static List<Port> ports(Stream<String> texts) {
        return texts.map(Port::of).toList();
    }

    Port input(int i) {
        return port(inputs, i);
    }

    Port output(int i) {
        return port(outputs, i);
    }

    private static Port port(List<Port> ports, int i) {
        return ports.get(ports.getLast().repeated ? Math.min(i, ports.size() - 1) : i);
    }

    /** Why this kernel does not take inputs of these types (empty: not given), with the types it {@code bound}. */
    Optional<String> refuses(int version, List<String> given, Map<String, String> bound) {
        if (version < from || version > to) return Optional.of("version " + version);
        for (int i = 0; i < given.size(); i++) {
            var wanted = input(i).type;
            if (given.get(i).isEmpty()) continue;
            var before = bound.putIfAbsent(wanted, given.get(i));
            if (before != null && !before.equals(given.get(i))) return Optional.of(given.get(i) + " where " + wanted + " is " + before);
            if (!types.getOrDefault(wanted, Set.of(wanted)).contains(given.get(i))) return Optional.of(given.get(i));
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return types.entrySet().stream().map(Object::toString).collect(Collectors.joining(" ", operator + " ", ""));
    }
}
