package packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Java is started: the options of every launcher, and the start-up cache recorded with exactly these. */
record StartUp(Path runtime, Path app) {
    /**
     * Java's options; launchers replace {@code $APPDIR} by the folder {@code app}. A cache of another Java version, or of a jar that was changed,
     * is ignored silently.
     */
    static final List<String> OPTIONS = List.of("-XX:AOTCache=$APPDIR/parley.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-XX:-UsePerfData",
            "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED,javafx.graphics", "-Dparley.program=$APPDIR",
            "-Donnxruntime.native.path=$APPDIR/natives", "-DENGINE_CACHE_DIR=$APPDIR/natives", "-Djna.boot.library.path=$APPDIR/natives",
            "-Djna.nounpack=true");

    /** Records the cache, without a screen. Only the first compiler (C1): ADR 24 says why. */
    void record(Path work) throws Exception {
        var home = work.resolve("recording");
        var command = new ArrayList<String>(List.of(runtime.resolve("bin").resolve("java").toString()));
        OPTIONS.stream().filter(o -> !o.startsWith("-Xlog")).map(o -> o.replace("$APPDIR", app.toString()).replace(":AOTCache=", ":AOTCacheOutput="))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:aot=error", "-Xlog:cds=error", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-cp", app.resolve("parley.jar").toString(), "studio.parley.AotTrainingRun"));
        Tool.run(work, Map.of("PARLEY_HOME", home.toString()), command.toArray());
        Tool.delete(home);
        if (!Files.isRegularFile(app.resolve("parley.aot"))) throw new IllegalStateException("no start-up cache was made");
    }
}
