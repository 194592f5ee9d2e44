package studio.parley.studio.timing;

import studio.parley.studio.export.Arrangement.Part;

/** Converts between the timeline and the clip that plays there. Seconds. */
public record ClipTime(Part part, int rate) {
    /** The moment of the clip, at its own speed, that is heard at a moment of the timeline. */
    public double inClip(double timeline) {
        return (timeline * rate - part.start() + part.skip()) / rate * part.speed();
    }

    /** When a moment of the clip is heard; within the part. */
    public double onTimeline(double clip) {
        return Math.clamp(clip / part.speed() * rate + part.start() - part.skip(), part.start(), part.end()) / rate;
    }
}
