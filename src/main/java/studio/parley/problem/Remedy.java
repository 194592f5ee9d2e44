package studio.parley.problem;

import java.nio.file.Path;

/** How a person can restore a model folder. */
final class Remedy {
    private Remedy() {}

    /** For a file of the folder: the bundled voice is installed again, any other model is converted again. */
    static String of(Path file) {
        var program = System.getProperty("parley.program");
        var own = program != null && file.toAbsolutePath().normalize().startsWith(Path.of(program, "assets").toAbsolutePath().normalize());
        return own ? "Install Parley again" : "Convert its checkpoint again with 'parley convert'";
    }
}
