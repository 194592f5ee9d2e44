package packaging;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A program as jpackage builds it, for the systems whose launchers must be programs: macOS and Windows. */
record AppImage(Package.Build build, String name) {
    /** Builds it in {@code target/packages}; {@code options} are jpackage's. The folder {@code app} is complete, but for the start-up cache. */
    void make(List<String> options) throws Exception {
        var runtime = build.work().resolve("runtime");
        var app = build.work().resolve("app");
        build.fill(runtime, app);
        var all = new ArrayList<>(List.of("--type", "app-image", "--name", name, "--dest", build.out(), "--input", app, "--main-jar", "parley.jar",
                "--runtime-image", runtime, "--vendor", "The Parley contributors", "--copyright", "GPL-3.0-or-later",
                "--description", "Turn a script into spoken dialogue"));
        all.addAll(options);
        Tool.jdk("jpackage", all.toArray());
    }

    /** Every launcher starts Java as the recording does: with {@code parley.jar}, which names the libraries, and nothing else on the class path. */
    static void configure(Path app) throws Exception {
        var lines = "[Application]\napp.mainjar=$APPDIR" + File.separator + "parley.jar\n\n[JavaOptions]\n"
                + StartUp.OPTIONS.stream().map(o -> "java-options=" + o.replace("$APPDIR/", "$APPDIR" + File.separator) + "\n").collect(Collectors.joining());
        try (var all = Files.newDirectoryStream(app, "*.cfg")) {
            for (var file : all) Files.writeString(file, lines);
        }
    }
}
