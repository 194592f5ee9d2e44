package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.convert.onnx.Onnx.GraphProto;
import studio.parley.convert.onnx.Onnx.ModelProto;
import studio.parley.convert.onnx.Onnx.OperatorSetIdProto;
import studio.parley.problem.Problem;

/** Whatever a file holds, opening or running it gives one sentence of ours, and the library says nothing. */
class DamagedGraphTest {
    private static final Signature ONE = new Signature().input("x", ElementType.FLOAT, 1).output("y", ElementType.FLOAT, 1);
    private final OrtRuntime runtime = OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1));

    @TempDir
    Path folder;

    @Test
    void damagedFiles() throws Exception {
        for (var file : damaged(folder)) sentence(assertThrows(Problem.class, () -> runtime.load(file, ONE).close(), file.toString()), file);
    }

    @Test
    void theLibraryKeepsQuiet() throws Exception {
        damaged(folder);
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), DamagedGraphTest.class.getName(), folder.toString())
                .redirectErrorStream(true).start();
        assertEquals("", new String(child.getInputStream().readAllBytes()));
        assertEquals(0, child.waitFor());
    }

    /** In a process of its own: what the library writes goes past System.err. */
    public static void main(String[] args) throws IOException {
        var runtime = OrtRuntime.open(RuntimeOptions.of(DevicePreference.CPU).withThreads(1));
        try (var files = Files.list(Path.of(args[0]))) {
            for (var file : files.filter(f -> f.toString().endsWith(".onnx")).toList()) {
                try (var graph = runtime.load(file, ONE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
                    graph.bind().input("x", x).output("y", y).run();
                } catch (Problem expected) {
                    continue;
                }
            }
        }
    }

    private static List<Path> damaged(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        var whole = Files.readAllBytes(TinyOnnx.twice(folder));
        for (int length = 0; length < whole.length; length += 3) files.add(write(folder, "cut" + length, Arrays.copyOf(whole, length)));
        var random = new Random(1);
        for (int i = 0; i < 20; i++) {
            var noise = new byte[random.nextInt(1, 4000)];
            random.nextBytes(noise);
            files.add(write(folder, "noise" + i, noise));
        }
        files.add(write(folder, "opset", model(99, TinyOnnx.node("Add", List.of("x", "x"), "y"))));
        files.add(write(folder, "operator", model(18, TinyOnnx.node("Frobnicate", List.of("x"), "y"))));
        files.add(write(folder, "input", model(18, TinyOnnx.node("Add", List.of("x", "nothing"), "y"))));
        files.add(write(folder, "arguments", model(18, TinyOnnx.node("Add", List.of("x"), "y"))));
        files.add(write(folder, "text", "This is no network.".getBytes()));
        return files;
    }

    private static byte[] model(int opset, studio.parley.convert.onnx.Onnx.NodeProto node) {
        return ModelProto.newBuilder().setIrVersion(9).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(GraphProto.newBuilder().setName("g").addNode(node).addInput(TinyOnnx.value("x", 1, "n"))
                        .addOutput(TinyOnnx.value("y", 1, "n"))).build().toByteArray();
    }

    @Test
    void flippedBytesNeverGiveAnythingElse() throws Exception {
        var whole = Files.readAllBytes(TinyOnnx.twice(folder));
        var random = new Random(2);
        for (int i = 0; i < 400; i++) {
            var bytes = whole.clone();
            for (int n = random.nextInt(1, 4); n > 0; n--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            var file = write(folder, "flipped", bytes);
            try (var graph = runtime.load(file, ONE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
                graph.bind().input("x", x).output("y", y).run();
            } catch (Problem p) {
                sentence(p, file);
            }
        }
    }

    @Test
    void wrongShapesFailWhileComputingInOneSentence() throws Exception {
        var add = TinyOnnx.write(folder.resolve("add.onnx"), GraphProto.newBuilder().setName("add").addNode(TinyOnnx.node("Add",
                List.of("x", "w"), "y")).addInitializer(TinyOnnx.constant("w", new float[] {1, 2}, 2)).addInput(TinyOnnx.value("x", 1, "n"))
                .addOutput(TinyOnnx.value("y", 1, "m")).build());
        try (var graph = runtime.load(add, ONE); var x = Tensor.floats(3); var y = Tensor.floats(3)) {
            sentence(assertThrows(Problem.class, graph.bind().input("x", x).output("y", y)::run), add);
        }
    }

    @Test
    void weightsOfTheirOwnFileMustBeThereAndInTheFolder() throws Exception {
        var secret = Files.write(folder.resolve("secret.bin"), new byte[64]);
        var model = Files.createDirectories(folder.resolve("model"));
        outside("is missing", model, "w.bin", 0, 12);
        Files.write(model.resolve("w.bin"), new byte[12]);
        runtime.load(TinyOnnx.outside(model, "w.bin", 0, 12, 3), ONE).close();
        outside("is shorter than", model, "w.bin", 4, 12);
        outside("is shorter than", model, "w.bin", 0, Long.MAX_VALUE);
        outside("is shorter than", model, "w.bin", Long.MAX_VALUE, Long.MAX_VALUE);
        outside("is shorter than", model, "w.bin", -4, 12);
        for (var place : List.of("../secret.bin", secret.toAbsolutePath().toString(), "/etc/passwd", "./../secret.bin")) {
            outside("outside its folder", model, place, 0, 12);
        }
        outside("is damaged", model, "w\u001b[2J.bin", 0, 12);
        Files.createSymbolicLink(model.resolve("link.bin"), secret.toAbsolutePath());
        outside("outside its folder", model, "link.bin", 0, 12);
    }

    private void outside(String words, Path model, String location, long offset, long length) throws IOException {
        var file = TinyOnnx.outside(model, location, offset, length, 3);
        var problem = assertThrows(Problem.class, () -> runtime.load(file, ONE));
        assertTrue(problem.getMessage().contains(words), problem.getMessage());
        sentence(problem, model);
    }

    /** A kilobyte that asks for more memory than there is: the same bytes named again and again. */
    @Test
    void aSmallFileCannotAskForAllMemory() throws Exception {
        try (var sparse = new java.io.RandomAccessFile(folder.resolve("w.bin").toFile(), "rw")) {
            sparse.setLength(1L << 38);
            var file = TinyOnnx.outside(folder, "w.bin", 0, 1L << 38, 1 << 12, 1 << 12, 1 << 12);
            var problem = assertThrows(Problem.class, () -> runtime.load(file, ONE));
            assertTrue(problem.getMessage().contains("GB of memory"), problem.getMessage());
        }
    }

    @Test
    void weightsThatAreNotNumbersAreFound() throws Exception {
        Files.write(folder.resolve("w.bin"), java.nio.ByteBuffer.allocate(12).order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putFloat(1).putFloat(Float.NEGATIVE_INFINITY).putFloat(3).array());
        var file = TinyOnnx.outside(folder, "w.bin", 0, 12, 3);
        GraphFile.read(file).requireNumbers();
        Files.write(folder.resolve("w.bin"), java.nio.ByteBuffer.allocate(12).order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putFloat(1).putFloat(2).putFloat(Float.NaN).array());
        sentence(assertThrows(Problem.class, () -> GraphFile.read(file).requireNumbers()), folder.resolve("w.bin"));
    }

    private static Path write(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name + ".onnx"), bytes);
    }

    private static void sentence(Problem problem, Path file) {
        var text = String.valueOf(problem.getMessage());
        assertTrue(text.startsWith(file.toString()), text);
        assertTrue(text.endsWith(".") && text.contains("parley convert") && !text.contains("\n"), text);
        for (var theirs : List.of(".cc", "ORT_", "Exception", "onnxruntime", "Status", "protobuf")) assertFalse(text.contains(theirs), text);
    }
}
