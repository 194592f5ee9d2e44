package studio.parley.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.onnx.CardLibraries.State;

class CardLibrariesTest {
    @TempDir
    Path home;

    private CardLibraries install() throws Exception {
        var folder = Files.createDirectories(home.resolve("natives/cuda"));
        var sizes = new TreeMap<String, Long>();
        for (var name : CardLibraries.required()) {
            Files.writeString(folder.resolve(name), name);
            sizes.put(name, (long) name.length());
        }
        CardLibraries.complete(folder, sizes);
        return new CardLibraries(folder);
    }

    @Test
    void theVersionIsThatOfTheJavaClasses() {
        assertEquals(OrtRuntime.open(DevicePreference.CPU).version(), CardLibraries.VERSION);
    }

    @Test
    void onlyAWholeFolderOfThisVersionIsUsed() throws Exception {
        var none = new CardLibraries(home.resolve("none"));
        assertEquals(State.NONE, none.state());
        assertTrue(none.trouble().orElseThrow().sentence().contains("parley gpu setup"));
        var libraries = install();
        assertEquals(State.COMPLETE, libraries.state());
        assertTrue(libraries.trouble().isEmpty());
        var provider = libraries.folder().resolve(CardLibraries.required().getLast());
        Files.writeString(provider, "half");
        assertEquals(State.DAMAGED, libraries.state());
        Files.delete(provider);
        assertEquals(State.DAMAGED, libraries.state());
        assertTrue(libraries.trouble().orElseThrow().sentence().contains("again with 'parley gpu setup'"));
    }

    @Test
    void afterAnUpdateTheOldOnesAreNamed() throws Exception {
        var libraries = install();
        var list = libraries.folder().resolve("libraries.json");
        Files.writeString(list, Files.readString(list).replace(CardLibraries.VERSION, "1.20.1"));
        assertEquals(State.OUT_OF_DATE, libraries.state());
        var sentence = libraries.trouble().orElseThrow().sentence();
        assertTrue(sentence.contains("ONNX Runtime 1.20.1") && sentence.contains("needs " + CardLibraries.VERSION) && sentence.contains("'parley gpu setup'"), sentence);
    }

    @Test
    void aListThatCannotBeReadIsDamage() throws Exception {
        var libraries = install();
        for (var text : List.of("", "[]", "{}", "{\"onnxruntime\":1.29,\"files\":[]}", "{\"onnxruntime\":\"1.29.0\",\"files\":{\"a\":\"b\"}}", "{\"onnxruntime\":{},\"files\":{}}")) {
            Files.writeString(libraries.folder().resolve("libraries.json"), text);
            assertEquals(State.DAMAGED, libraries.state(), text);
        }
    }

    @Test
    void nvidiasLibrariesAreLoadedInTheOrderOfTheirDependencies() throws Exception {
        for (var name : List.of("libcudnn.so.9", "libcudnn_ops.so.9", "libcublas.so.12", "libcublasLt.so.12", "libcudart.so.12", "libcurand.so.10", "libnvrtc.so.12", "libnvrtc-builtins.so.12.9",
                "libnvrtc.alt.so.12")) Files.writeString(home.resolve(name), "");
        assertEquals(List.of("libcudart.so.12", "libnvrtc.so.12", "libcublasLt.so.12", "libcublas.so.12", "libcurand.so.10", "libcudnn.so.9"), names());
        assertTrue(new CardLibraries(home).haveCuda());
    }

    @Test
    void onWindowsToo() throws Exception {
        assertFalse(new CardLibraries(home).haveCuda());
        for (var name : List.of("cudnn64_9.dll", "cudnn_ops64_9.dll", "cublas64_12.dll", "cublasLt64_12.dll", "cudart64_12.dll", "curand64_10.dll", "nvrtc64_120_0.dll", "nvrtc64_120_0.alt.dll",
                "nvrtc-builtins64_129.dll")) Files.writeString(home.resolve(name), "");
        assertEquals(List.of("cudart64_12.dll", "nvrtc64_120_0.dll", "cublasLt64_12.dll", "cublas64_12.dll", "curand64_10.dll", "cudnn64_9.dll"), names());
    }

    private List<String> names() {
        return CudaLibraries.files(home).stream().map(f -> f.getFileName().toString()).toList();
    }
}
