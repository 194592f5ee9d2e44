package studio.parley.convert.safetensors;

import studio.parley.problem.Problem;

/** The one sentence about a broken file. */
final class Damage {
    private Damage() {}

    static Problem of(String file, String what) {
        return Problem.model(file + " is damaged: " + what + "; download or copy it again.");
    }
}
