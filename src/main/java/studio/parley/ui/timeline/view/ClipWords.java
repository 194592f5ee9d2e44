package studio.parley.ui.timeline.view;

import java.util.ArrayList;
import java.util.Locale;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RelationWords;
import studio.parley.ui.timeline.paint.RulerPainter;

/** The description of a clip, for the screen reader and the tooltip. */
final class ClipWords {
    private ClipWords() {}

    /** "Clip 3, Ann, starts at 4.2 seconds, 1.9 seconds long, overlaps the previous clip by 300 milliseconds, out of date". */
    static String spoken(TimelineModel model, Part part) {
        var session = model.session();
        var out = new ArrayList<String>();
        double rate = session.arrangement().rate();
        out.add(Messages.of("timeline.spoken.clip", part.number(), part.speaker().name(), tenths(part.start() / rate),
                tenths(part.frames() / rate)));
        var relation = RelationWords.spoken(part.line(), part.number() == 1);
        if (!relation.isEmpty()) out.add(relation);
        if (part.speed() != 1) out.add(speed(session, part));
        if (collides(model, part)) out.add(Messages.of("timeline.spoken.collides"));
        if (!part.audible()) out.add(Messages.of("timeline.spoken.muted"));
        var state = state(session.staleness(part.line().id()));
        if (!state.isEmpty()) out.add(state);
        if (session.document().decoration(part.line().id()).locked()) out.add(Messages.of("timeline.spoken.locked"));
        return String.join(", ", out);
    }

    /** The text, the times, and any problem. */
    static String tooltip(TimelineModel model, Part part) {
        var session = model.session();
        double rate = session.arrangement().rate();
        double from = part.start() / rate;
        var text = Messages.of("timeline.tip", part.number(), part.speaker().name(), part.line().text(), exact(from),
                exact(part.end() / rate), exact(part.frames() / rate));
        var state = state(session.staleness(part.line().id()));
        return text + (part.speed() == 1 ? "" : "\n" + speed(session, part))
                + (collides(model, part) ? "\n" + Messages.of("timeline.tip.collides", part.speaker().name()) : "") + (state.isEmpty() ? "" : "\n" + state);
    }

    private static boolean collides(TimelineModel model, Part part) {
        return model.shown().rows().containsKey(part.line().id());
    }

    private static String speed(ProjectSession session, Part part) {
        return Messages.of("timeline.tip.speed", ClipSpeeds.text(part.speed()), UnitParser.seconds(ClipSpeeds.usual(session.document(), part.line().id())));
    }

    private static String state(Staleness staleness) {
        return switch (staleness) {
            case Staleness.Own o -> Messages.of("timeline.spoken.stale");
            case Staleness.Upstream u -> Messages.of("timeline.spoken.upstream");
            default -> "";
        };
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private static String exact(double seconds) {
        return RulerPainter.text(seconds, 0.001);
    }
}
