package studio.parley.convert.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/**
 * One file of external data for several graphs. Tensors are declared first, which fixes their offsets (4096-byte aligned, so that they can
 * be mapped), and streamed when the file is written. A key that is declared again gives the same tensor, so graphs share equal tensors. Not
 * thread-safe.
 */
public final class WeightFile {
    private static final int PAGE = 4096;
    private final String name;
    private final Map<String, ExternalTensor> places = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private long end;

    private record Group(List<ExternalTensor> tensors, Payload payload) {}

    /** The shape and type of one tensor of a group. */
    public record Spec(String key, DType type, long... dims) {}

    public WeightFile(String name) {
        this.name = name;
    }

    /** Size of the file in bytes, as declared so far. */
    public long bytes() {
        return end;
    }

    public ExternalTensor add(String key, DType type, Payload payload, long... dims) {
        return add(List.of(new Spec(key, type, dims)), payload).getFirst();
    }

    /** Declares tensors that one payload produces together. */
    public List<ExternalTensor> add(List<Spec> specs, Payload payload) {
        if (places.containsKey(specs.getFirst().key())) return specs.stream().map(this::again).toList();
        var tensors = specs.stream().map(this::place).toList();
        groups.add(new Group(tensors, payload));
        return tensors;
    }

    private ExternalTensor again(Spec spec) {
        var old = places.get(spec.key());
        if (old == null || !old.equals(new ExternalTensor(spec.key(), name, spec.type(), spec.dims(), old.offset()))) throw new IllegalArgumentException(spec.key() + " is declared in two ways");
        return old;
    }

    private ExternalTensor place(Spec spec) {
        var tensor = new ExternalTensor(spec.key(), name, spec.type(), spec.dims(), (end + PAGE - 1) / PAGE * PAGE);
        if (places.put(spec.key(), tensor) != null) throw new IllegalArgumentException(spec.key() + " is declared twice");
        end = tensor.offset() + tensor.length();
        return tensor;
    }

    /**
     * Writes every tensor into {@code folder}. Throws {@link Problem} on an I/O error, and whatever a payload throws.
     *
     * @param before bytes of other weight files already written, and {@code total} the bytes of all, for the progress
     */
    public void write(Path folder, Progress progress, long before, long total) {
        var file = folder.resolve(name);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var group : groups) {
                var done = before + group.tensors().getFirst().offset();
                progress.wrote(group.tensors().getFirst().key(), done, total);
                var sinks = group.tensors().stream().map(t -> new FileSink(channel, file, t, progress, before, total)).toList();
                group.payload().write(List.copyOf(sinks));
                sinks.forEach(FileSink::finish);
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    static Problem refused(Path file, IOException e) {
        return Problem.disk("Could not write " + file + " (" + IoProblem.reason(e) + "). Free up space on that disk, or choose another folder.", e);
    }

    private record FileSink(FileChannel channel, Path file, ExternalTensor tensor, Progress progress, long before, long total, long[] written)
            implements ByteSink {
        FileSink(FileChannel channel, Path file, ExternalTensor tensor, Progress progress, long before, long total) {
            this(channel, file, tensor, progress, before, total, new long[1]);
        }

        @Override
        public void put(ByteBuffer bytes) {
            try {
                while (bytes.hasRemaining()) written[0] += channel.write(bytes, tensor.offset() + written[0]);
            } catch (IOException e) {
                throw refused(file, e);
            }
            if (written[0] > tensor.length()) throw new IllegalStateException(tensor.key() + " is longer than declared");
            progress.wrote(tensor.key(), before + tensor.offset() + written[0], total);
        }

        void finish() {
            if (written[0] != tensor.length()) throw new IllegalStateException(tensor.key() + " is shorter than declared");
        }
    }
}
