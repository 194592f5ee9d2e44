package studio.parley.ui.timeline.gesture;

import java.util.List;
import java.util.Optional;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.session.TimeRange;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RulerPainter;

/** Drags on the ruler: the loop's range, the playhead. They change playback, not the document. */
final class RulerGestures {
    private final TimelineModel model;
    private final SnapSession snaps;

    RulerGestures(TimelineModel model, SnapSession snaps) {
        this.model = model;
        this.snaps = snaps;
    }

    /** A range from where the mouse was pressed. */
    Gesture range(double pressed) {
        return new Range(pressed);
    }

    /** One end of the loop; the other stays. */
    Gesture loopEdge(TimeRange loop, boolean start) {
        return new Range(model.viewport().x(start ? loop.to() : loop.from()));
    }

    /** The playhead under the mouse, audible as it moves. */
    Gesture scrub() {
        var player = model.session().player();
        double before = player.position();
        return new Gesture() {
            @Override
            public void drag(double x, double y, Held held) {
                player.scrub(Math.max(0, model.viewport().seconds(x)));
            }

            @Override
            public String readout() {
                return RulerPainter.text(player.position(), 0.001);
            }

            @Override
            public void release() {
            }

            @Override
            public void cancel() {
                player.seek(before);
            }
        };
    }

    private final class Range implements Gesture {
        private final double from;
        private final Optional<TimeRange> before = model.session().player().loopProperty().get();

        Range(double pressed) {
            snaps.begin(List.of(), Double.NEGATIVE_INFINITY);
            snaps.x(pressed);
            from = snaps.point(millis(pressed), false) / 1000.0;
        }

        @Override
        public void drag(double x, double y, Held held) {
            double to = snaps.point(millis(x), held.free()) / 1000.0;
            if (Math.abs(to - from) < 0.001) return;
            model.session().player().loop(Optional.of(new TimeRange(Math.min(from, to), Math.max(from, to))));
        }

        @Override
        public String readout() {
            return model.session().player().loopProperty().get().map(l -> Messages.of("timeline.readout.range", RulerPainter.text(l.from(), 0.001),
                    RulerPainter.text(l.to(), 0.001), UnitParser.seconds(Math.round((l.to() - l.from()) * 1000)))).orElse("");
        }

        @Override
        public void release() {
            snaps.end();
        }

        @Override
        public void cancel() {
            snaps.end();
            model.session().player().loop(before);
        }

        private long millis(double x) {
            return Math.max(0, Math.round(model.viewport().seconds(x) * 1000));
        }
    }
}
