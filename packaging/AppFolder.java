package packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The folder {@code app} of a package, the same on every system: {@code parley.jar}, which names the libraries beside it, {@code natives} with
 * the native libraries of this system in their final form, so that nothing is unpacked at a user's start, the bundled voice, and the licences.
 */
record AppFolder(Path source, Path folder, Target target) {
    /** Parts of libraries that Parley has elsewhere or never uses: natives of all systems, sources, lists of models on the network. */
    private static final Predicate<String> UNUSED = name -> name.matches("(ai/onnxruntime/native|native/lib/[^/]+/|com/sun/jna/[^/]+-[^/]+/|nlp|cv)/?.*")
            || name.matches("com/sun/jna/.*\\.(so|jnilib|dll|a)|.*\\.java|be/tarsos/.*/package.html");

    void fill() throws Exception {
        Files.createDirectories(folder);
        Tool.copy(source.resolve("assets"), folder.resolve("assets"));
        libraries();
        natives();
        parley();
        for (var name : List.of("LICENSE", "target/lib/THIRD-PARTY.txt")) {
            Files.copy(source.resolve(name), folder.resolve(Path.of(name).getFileName()));
        }
    }

    private List<Path> jars() throws IOException {
        try (var all = Files.list(source.resolve("target/lib"))) {
            return all.filter(f -> f.toString().endsWith(".jar")).sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }

    private void libraries() throws Exception {
        for (var jar : jars()) {
            try (var in = new ZipFile(jar.toFile()); var out = new ZipOutputStream(Files.newOutputStream(folder.resolve(jar.getFileName())));
                    var old = new OldClasses(jar)) {
                boolean raise = jar.getFileName().toString().startsWith("picocli");
                for (var entry : in.stream().filter(e -> !UNUSED.test(e.getName())).toList()) {
                    var bytes = in.getInputStream(entry).readAllBytes();
                    var kept = new ZipEntry(entry.getName());
                    kept.setTime(entry.getTime());
                    out.putNextEntry(kept);
                    out.write(raise && entry.getName().endsWith(".class") && OldClasses.isOld(bytes) ? old.raise(bytes) : bytes);
                }
            }
        }
    }

    /** ONNX Runtime's and JNA's libraries, and the tokenizers' in the folder of its own naming. */
    private void natives() throws Exception {
        var natives = Files.createDirectories(folder.resolve("natives"));
        unpack("onnxruntime", "ai/onnxruntime/native/" + target.onnxRuntime + "/", natives);
        unpack("jna", "com/sun/jna/" + target.jna + "/", natives);
        var properties = new Properties();
        try (var zip = new ZipFile(jar("tokenizers").toFile()); var in = zip.getInputStream(zip.getEntry("native/lib/tokenizers.properties"))) {
            properties.load(in);
        }
        var name = properties.getProperty("version") + "-cpu-" + target.tokenizers;
        unpack("tokenizers", "native/lib/" + target.tokenizers + "/cpu/", Files.createDirectories(natives.resolve("tokenizers").resolve(name)));
        if (target.isLinux()) Tool.strip(natives);
    }

    private Path jar(String library) throws IOException {
        return jars().stream().filter(j -> j.getFileName().toString().matches(library + "-[0-9].*")).findFirst().orElseThrow();
    }

    private void unpack(String library, String prefix, Path to) throws IOException {
        int count = 0;
        try (var zip = new ZipFile(jar(library).toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                var name = entry.getName();
                // Debug symbols are in folders below.
                if (!name.startsWith(prefix) || name.indexOf('/', prefix.length()) >= 0) continue;
                Files.copy(zip.getInputStream(entry), to.resolve(name.substring(prefix.length())));
                count++;
            }
        }
        if (count == 0) throw new IllegalStateException("no " + prefix + " in " + library);
    }

    /** ControlsFX needs the one export; in the manifest, because as an option of Java it would switch off most of the start-up cache. */
    private void parley() throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "studio.parley.Main");
        main.put(Attributes.Name.CLASS_PATH, String.join(" ", jars().stream().map(j -> j.getFileName().toString()).toList()));
        main.put(new Attributes.Name("Add-Exports"), "javafx.base/com.sun.javafx.event" + (target.isMac() ? " javafx.graphics/com.sun.glass.ui" : ""));
        var classes = source.resolve("target/classes");
        try (var out = new JarOutputStream(Files.newOutputStream(folder.resolve("parley.jar")), manifest); var all = Files.walk(classes)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }
}
