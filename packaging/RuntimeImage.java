package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** The Java runtime of a package: only the modules Parley needs, JavaFX among them with its native libraries in their place. */
final class RuntimeImage {
    /** What {@code jdeps} finds in Parley and its libraries, less what those can do without (java.sql, java.compiler); HTTP for models and for serving. */
    static final List<String> MODULES = List.of("java.desktop", "java.logging", "java.management", "java.net.http", "jdk.httpserver", "jdk.management", "jdk.unsupported",
            "javafx.controls");
    /** AWT's drawing, which JavaFX and javax.sound do not use, and what only a JDK needs. */
    private static final List<String> UNUSED = List.of("*libfontmanager*", "*libfreetype*", "*freetype.dll", "*fontmanager.dll", "*libmlib_image*",
            "*mlib_image.dll", "*liblcms*", "*lcms.dll", "*libawt_xawt*", "*libjawt*", "*jawt.dll", "*libsplashscreen*",
            "*splashscreen.dll", "*libjavajpeg*", "*javajpeg.dll", "*psfont*", "*jrt-fs.jar", "*classlist", "*jexec");

    private RuntimeImage() {}

    /** Links it from the JDK that runs this build and the JavaFX jars of Maven's build. */
    static void link(Path javafx, Path work, Target target, Path image) throws Exception {
        var modules = Files.createDirectories(work.resolve("jmods"));
        try (var jars = Files.newDirectoryStream(javafx, "*-" + target.javafx + ".jar")) {
            for (var jar : jars) module(jar, Files.createDirectories(work.resolve("javafx")), modules);
        }
        var options = new ArrayList<>(List.of("--module-path", modules, "--add-modules", String.join(",", MODULES), "--strip-java-debug-attributes",
                "--no-man-pages", "--no-header-files", "--compress", "zip-9", "--exclude-files",
                String.join(",", UNUSED.stream().map(name -> "glob:*" + name).toList()), "--output", image));
        Tool.jdk("jlink", options.toArray());
        if (target.isLinux()) Tool.strip(image.resolve("lib"));
    }

    /** In a module file libraries are apart from classes; jlink would leave those of a jar inside, to be unpacked at every user's first start. */
    private static void module(Path jar, Path work, Path modules) throws Exception {
        var name = jar.getFileName().toString().replaceFirst("^(javafx-[a-z]+)-.*", "$1").replace('-', '.');
        var classes = Files.createDirectories(work.resolve(name).resolve("classes"));
        var libraries = Files.createDirectories(work.resolve(name).resolve("libraries"));
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                boolean library = entry.getName().matches("[^/]+\\.(so|dylib|dll)");
                var file = (library ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Tool.jdk("jmod", "create", "--class-path", classes, "--libs", libraries, modules.resolve(name + ".jmod"));
    }
}
