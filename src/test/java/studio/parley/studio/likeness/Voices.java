package studio.parley.studio.likeness;

import studio.parley.speaker.Embedding;

/** Voices for tests: directions at an angle. */
final class Voices {
    private Voices() {}

    /** One whose likeness to {@code at(0, …)} is the cosine of {@code degrees}; two of them differ by the difference of their angles. */
    static Embedding at(double degrees, double seconds) {
        double angle = Math.toRadians(degrees);
        return new Embedding(new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0}, seconds);
    }

    static ClipVoice clip(double degrees, double seconds) {
        return new ClipVoice(java.util.Optional.of(at(degrees, seconds)));
    }
}
