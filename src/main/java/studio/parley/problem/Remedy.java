package studio.parley.problem;

import java.nio.file.Path;

/** How a person gets a sound model folder again. */
final class Remedy {
    private Remedy() {}

    /** For a file of the folder: the voice that came with the program is installed again, another model is converted again. */
    static String of(Path file) {
        var program = System.getProperty("parley.program");
        var own = program != null && file.toAbsolutePath().normalize().startsWith(Path.of(program, "assets").toAbsolutePath().normalize());
        return own ? "Install Parley again" : "Convert its checkpoint again with 'parley convert'";
    }
}
