package studio.parley.architecture;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads compiled classes and reports every reference that the plan of layers does not allow. */
final class Layers {
    private static final String BASE = "studio.parley.";
    private static final Pattern TYPE = Pattern.compile("L([\\w/$]+)[;<]");

    /** Each layer and those it may import; all may also import {@code problem} and {@code io}. */
    static final Map<String, Set<String>> PLAN = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("io", Set.of()),
            Map.entry("audio", Set.of()),
            Map.entry("onnx", Set.of()),
            Map.entry("tokenizer", Set.of()),
            Map.entry("textnorm", Set.of()),
            Map.entry("download", Set.of()),
            Map.entry("dialogue", Set.of("audio")),
            Map.entry("modelfolder", Set.of("onnx")),
            Map.entry("speech", Set.of("textnorm", "modelfolder", "onnx", "tokenizer", "audio")),
            Map.entry("recognition", Set.of("modelfolder", "onnx", "tokenizer", "audio")),
            Map.entry("speaker", Set.of("modelfolder", "onnx", "audio")),
            Map.entry("watermark", Set.of("onnx", "audio")),
            Map.entry("voice", Set.of("dialogue", "audio")),
            Map.entry("render", Set.of("voice", "speech", "watermark", "dialogue", "audio")),
            Map.entry("convert", Set.of("speech", "recognition", "speaker", "tokenizer", "watermark", "onnx")),
            Map.entry("playback", Set.of("dialogue", "audio")),
            Map.entry("studio", Set.of("audio", "textnorm", "onnx", "tokenizer", "modelfolder", "dialogue", "speech", "recognition", "speaker", "watermark", "voice", "render", "convert",
                    "download")),
            Map.entry("server", Set.of("voice", "studio", "recognition", "watermark", "render", "dialogue", "audio")),
            Map.entry("cli", Set.of("server", "studio", "download", "render", "voice", "dialogue", "audio", "playback")),
            Map.entry("ui", Set.of("studio", "download", "render", "voice", "dialogue", "audio", "playback")));

    /** Libraries that only one layer may know. */
    static final Map<String, String> KEPT = Map.of(
            "ai.onnxruntime.", "onnx",
            "javafx.", "ui",
            "picocli.", "cli",
            "com.google.protobuf.", "convert",
            "ai.djl.", "tokenizer",
            "org.apache.commons.codec.", "textnorm");

    /** Types with which a connection can be opened. */
    private static final Pattern CONNECTING = Pattern.compile("java\\.net\\.(http\\..*|.*Socket|.*SocketFactory|Http.*|InetAddress)|javax\\.net\\..*|java\\.rmi\\..*|"
            + "java\\.nio\\.channels\\..*(Socket|Datagram)Channel|com\\.sun\\.net\\.httpserver\\..*|javafx\\.scene\\.web\\..*|java\\.util\\.logging\\.SocketHandler");

    /** Those that reach another machine, which a server need not. */
    private static final Pattern CLIENT = Pattern.compile("java\\.net\\.(http\\..*|Socket|DatagramSocket|.*SocketFactory|Http.*|URL.*)|javax\\.net\\..*|"
            + "java\\.nio\\.channels\\..*(Socket|Datagram)Channel");

    private Layers() {}

    static SortedSet<String> breaches(Path classes, Map<String, Set<String>> plan) throws IOException {
        var found = new TreeSet<String>();
        eachReference(classes, (from, type) -> {
            var to = layer(type);
            if (!plan.containsKey(from) && !from.isEmpty()) found.add("unknown layer " + from);
            var allowed = to.isEmpty() || from.isEmpty() || to.equals(from) || to.equals("problem") || to.equals("io") && !from.equals("problem");
            if (!allowed && !plan.getOrDefault(from, Set.of()).contains(to)) found.add(from + " -> " + to);
            KEPT.forEach((library, keeper) -> {
                if (type.startsWith(library) && !from.equals(keeper)) found.add(from + " -> " + library);
            });
        });
        return found;
    }

    /** Packages that import each other, directly or by way of others: each such knot with its members. */
    static Set<Set<String>> cycles(Path classes) throws IOException {
        var imports = new TreeMap<String, Set<String>>();
        each(classes, (model, types) -> {
            var from = packageOf(dotted(model.thisClass().asInternalName()));
            for (var type : types) {
                var to = packageOf(type);
                if (to.startsWith(BASE) && !to.equals(from)) imports.computeIfAbsent(from, f -> new TreeSet<>()).add(to);
            }
        });
        var reach = new TreeMap<String, Set<String>>();
        for (var start : imports.keySet()) {
            var seen = new TreeSet<String>();
            var open = new ArrayDeque<>(imports.get(start));
            while (!open.isEmpty()) {
                var next = open.poll();
                if (seen.add(next)) open.addAll(imports.getOrDefault(next, Set.of()));
            }
            reach.put(start, seen);
        }
        var knots = new HashSet<Set<String>>();
        reach.forEach((from, all) -> {
            if (all.contains(from)) knots.add(all.stream().filter(to -> reach.getOrDefault(to, Set.of()).contains(from)).collect(Collectors.toCollection(TreeSet::new)));
        });
        return knots;
    }

    /** Parts of the window that know another part: only the shell, which puts them together, may; all may know kit and session. */
    static SortedSet<String> sideways(Path classes) throws IOException {
        var found = new TreeSet<String>();
        each(classes, (model, types) -> {
            var from = part(dotted(model.thisClass().asInternalName()));
            if (from.isEmpty() || from.equals("shell")) return;
            for (var type : types) {
                var to = part(type);
                if (!to.isEmpty() && !to.equals(from) && !to.equals("kit") && !(to.equals("session") && !from.equals("kit"))) found.add(from + " -> " + to);
            }
        });
        return found;
    }

    /** {@code script} of a class in {@code studio.parley.ui.script.card}; nothing outside the window. */
    private static String part(String type) {
        var parts = type.split("\\.");
        return type.startsWith(BASE + "ui.") && parts.length > 4 ? parts[3] : "";
    }

    /** Classes outside audio that take or give the arrays of {@code Pcm}, which is immutable to them. */
    static SortedSet<String> arraysShared(Path classes) throws IOException {
        var found = new TreeSet<String>();
        each(classes, (model, types) -> {
            var from = dotted(model.thisClass().asInternalName());
            if (from.startsWith(BASE + "audio.")) return;
            for (var entry : model.constantPool()) {
                if (entry instanceof MethodRefEntry ref && ref.owner().asInternalName().endsWith("audio/pcm/Pcm")
                        && Set.of("raw", "owning").contains(ref.name().stringValue())) found.add(from);
            }
        });
        return found;
    }

    /**
     * Classes outside {@code download}, which connects, and {@code server}, which listens, that could open a connection. Resources of the class path are read as URLs in one place; sockets in the file
     * system reach no other machine.
     */
    static SortedSet<String> connections(Path classes) throws IOException {
        var found = new TreeSet<String>();
        each(classes, (model, types) -> {
            var from = dotted(model.thisClass().asInternalName());
            if (from.startsWith(BASE + "download.") || from.startsWith(BASE + "server.") && types.stream().noneMatch(t -> CLIENT.matcher(t).matches())) return;
            boolean local = types.contains("java.net.UnixDomainSocketAddress") && !types.contains("java.net.InetSocketAddress");
            for (var type : types) if (CONNECTING.matcher(type).matches() && !(local && type.startsWith("java.nio."))) found.add(from + " -> " + type);
            for (var entry : model.constantPool()) {
                if (entry instanceof MethodRefEntry ref && ref.owner().asInternalName().equals("java/net/URL") && ref.name().stringValue().matches("open.*|getContent")
                        && !from.equals(BASE + "io.Unpacked")) found.add(from + " -> URL." + ref.name().stringValue());
            }
        });
        return found;
    }

    private static String packageOf(String type) {
        return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
    }

    private static void eachReference(Path classes, BiConsumer<String, String> visit) throws IOException {
        each(classes, (model, types) -> {
            var from = layer(dotted(model.thisClass().asInternalName()));
            types.forEach(type -> visit.accept(from, type));
        });
    }

    private static void each(Path classes, BiConsumer<ClassModel, Set<String>> visit) throws IOException {
        try (var walk = Files.walk(classes)) {
            for (var file : walk.filter(f -> f.toString().endsWith(".class")).toList()) {
                var model = ClassFile.of().parse(file);
                visit.accept(model, types(model));
            }
        }
    }

    /** All types a class names. */
    private static Set<String> types(ClassModel model) {
        var out = new TreeSet<String>();
        for (var entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry c -> out.add(dotted(c.asInternalName()));
                case Utf8Entry u -> TYPE.matcher(u.stringValue()).results().forEach(m -> out.add(dotted(m.group(1))));
                default -> { }
            }
        }
        return out;
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String layer(String name) {
        if (!name.startsWith(BASE)) return "";
        var rest = name.substring(BASE.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "";
    }
}
