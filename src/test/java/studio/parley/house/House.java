package studio.parley.house;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads compiled classes and reports every reference that the plan of the house (design.md, section 3) does not allow. */
final class House {
    private static final String BASE = "studio.parley.";
    private static final Pattern TYPE = Pattern.compile("L([\\w/$]+)[;<]");

    /** Room to the rooms it may import; every room may also import {@code problem} and {@code io}. */
    static final Map<String, Set<String>> PLAN = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("io", Set.of()),
            Map.entry("audio", Set.of()),
            Map.entry("onnx", Set.of()),
            Map.entry("dialogue", Set.of("audio")),
            Map.entry("speech", Set.of("onnx", "audio")),
            Map.entry("watermark", Set.of("onnx", "audio")),
            Map.entry("voice", Set.of("dialogue", "audio")),
            Map.entry("render", Set.of("voice", "speech", "watermark", "dialogue", "audio")),
            Map.entry("convert", Set.of("speech", "watermark", "onnx")),
            Map.entry("playback", Set.of("dialogue", "audio")),
            Map.entry("studio", Set.of("audio", "onnx", "dialogue", "speech", "watermark", "voice", "render", "convert")),
            Map.entry("cli", Set.of("studio", "render", "voice", "dialogue", "audio", "playback")),
            Map.entry("ui", Set.of("studio", "render", "voice", "dialogue", "audio", "playback")));

    /** Libraries that only one room may know. */
    static final Map<String, String> KEPT = Map.of(
            "ai.onnxruntime.", "onnx",
            "javafx.", "ui",
            "picocli.", "cli",
            "com.google.protobuf.", "convert",
            "ai.djl.", "speech");

    private House() {}

    static SortedSet<String> breaches(Path classes, Map<String, Set<String>> plan) throws IOException {
        var found = new TreeSet<String>();
        eachReference(classes, (from, type) -> {
            var to = room(type);
            if (!plan.containsKey(from) && !from.isEmpty()) found.add("unknown room " + from);
            var allowed = to.isEmpty() || from.isEmpty() || to.equals(from) || to.equals("problem") || to.equals("io") && !from.equals("problem");
            if (!allowed && !plan.getOrDefault(from, Set.of()).contains(to)) found.add(from + " -> " + to);
            KEPT.forEach((library, keeper) -> {
                if (type.startsWith(library) && !from.equals(keeper)) found.add(from + " -> " + library);
            });
        });
        return found;
    }

    private static void eachReference(Path classes, BiConsumer<String, String> visit) throws IOException {
        try (var walk = Files.walk(classes)) {
            for (var file : walk.filter(f -> f.toString().endsWith(".class")).toList()) visit(ClassFile.of().parse(file), visit);
        }
    }

    private static void visit(ClassModel model, BiConsumer<String, String> visit) {
        var from = room(dotted(model.thisClass().asInternalName()));
        for (var entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry c -> visit.accept(from, dotted(c.asInternalName()));
                case Utf8Entry u -> TYPE.matcher(u.stringValue()).results().forEach(m -> visit.accept(from, dotted(m.group(1))));
                default -> { }
            }
        }
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String room(String name) {
        if (!name.startsWith(BASE)) return "";
        var rest = name.substring(BASE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }
}
