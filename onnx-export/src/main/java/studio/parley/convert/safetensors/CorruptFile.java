package studio.parley.convert.safetensors;

import studio.parley.problem.Problem;

/** The message about a damaged file. */
final class CorruptFile {
    private CorruptFile() {}

    static Problem of(String file, String what) {
        return Problem.model(file + " is damaged: " + what + ". Download or copy it again.");
    }
}
