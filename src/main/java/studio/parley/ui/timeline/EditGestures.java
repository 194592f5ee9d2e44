package studio.parley.ui.timeline;

import java.util.List;
import java.util.function.BiFunction;
import studio.parley.studio.document.Decoration;
import studio.parley.studio.document.Edit;
import studio.parley.studio.document.Marker;
import studio.parley.studio.document.MarkerEdits;
import studio.parley.studio.document.TakeEdits;
import studio.parley.studio.timing.ClipTrims;
import studio.parley.studio.timing.LineTimes;

/** Drags that end in one edit of the document: trim, fade, gain, marker. */
final class EditGestures {
    private final TimelineModel model;
    private final Surface surface;
    private final Snaps snaps;

    EditGestures(TimelineModel model, Surface surface, Snaps snaps) {
        this.model = model;
        this.surface = surface;
        this.snaps = snaps;
    }

    Gesture trim(ClipBox box, boolean start, double pressed) {
        var line = box.line();
        snaps.begin(List.of(line));
        var span = LineTimes.of(model.desk().document()).of(line).orElseThrow();
        double offset = model.viewport().x((start ? span.start() : span.end()) / 1000.0) - pressed;
        return new Trying((x, free) -> {
            long at = snaps.point(millis(x + offset), free);
            return start ? ClipTrims.start(line, at) : ClipTrims.end(line, at, model.options().ripple().get());
        });
    }

    /** The fade is as long as the mouse has moved from the edge. */
    Gesture fade(ClipBox box, boolean start, double pressed) {
        var own = model.desk().document().decoration(box.line());
        double from = model.viewport().seconds(pressed);
        long most = box.part().frames() * 1000 / model.shown().arrangement().rate();
        return new Trying((x, free) -> {
            double at = model.viewport().seconds(x);
            double moved = (start ? at - from : from - at) * 1000;
            int length = (int) Math.clamp(Math.round((start ? own.fadeInMillis() : own.fadeOutMillis()) + moved), 0, most);
            return start ? TakeEdits.fades(box.line(), length, own.fadeOutMillis()) : TakeEdits.fades(box.line(), own.fadeInMillis(),
                    length);
        });
    }

    Gesture gain(ClipBox box) {
        var chosen = model.desk().selectionProperty().get().lines();
        var lines = chosen.contains(box.line()) ? chosen : List.of(box.line());
        Decoration own = model.desk().document().decoration(box.line());
        return new Gesture() {
            @Override
            public void drag(double x, double y, boolean free) {
                double db = Handles.gain(box, y, surface.metrics());
                if (db != own.gainDb()) model.attempt(TakeEdits.gain(lines, db));
                else model.abandon();
            }

            @Override
            public void release() {
                model.commit();
            }

            @Override
            public void cancel() {
                model.abandon();
            }
        };
    }

    Gesture marker(Marker marker, double pressed) {
        snaps.begin(List.of());
        double offset = model.viewport().x(marker.millis() / 1000.0) - pressed;
        return new Trying((x, free) -> MarkerEdits.move(marker.id(), snaps.point(millis(x + offset), free)));
    }

    private long millis(double x) {
        return Math.max(0, Math.round(model.viewport().seconds(x) * 1000));
    }

    /** Tries the edit of every place the mouse passes, does the last. */
    private final class Trying implements Gesture {
        private final BiFunction<Double, Boolean, Edit> edit;

        Trying(BiFunction<Double, Boolean, Edit> edit) {
            this.edit = edit;
        }

        @Override
        public void drag(double x, double y, boolean free) {
            model.attempt(edit.apply(x, free));
        }

        @Override
        public void release() {
            snaps.end();
            model.commit();
        }

        @Override
        public void cancel() {
            snaps.end();
            model.abandon();
        }
    }
}
