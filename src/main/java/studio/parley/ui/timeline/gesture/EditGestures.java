package studio.parley.ui.timeline.gesture;

import java.util.List;
import java.util.function.Supplier;
import studio.parley.audio.dsp.TimeStretch;
import studio.parley.studio.document.edit.Edit;
import studio.parley.studio.document.edit.MarkerEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.model.Marker;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.studio.timing.ClipTrims;
import studio.parley.studio.timing.DragLimits;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;
import studio.parley.studio.timing.WordEdges;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RelationWords;
import studio.parley.ui.timeline.paint.RulerPainter;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** Drags that end in one edit of the document: move, trim, speed, fade, gain, marker. */
final class EditGestures {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final SnapSession snaps;

    EditGestures(TimelineModel model, TimelineCanvas surface, SnapSession snaps) {
        this.model = model;
        this.surface = surface;
        this.snaps = snaps;
    }

    /** @param held the line under the mouse */
    Gesture move(String held, double pressed) {
        var drag = new ClipDrag(model, surface, snaps, held, pressed);
        return new Trying(drag::at, drag::readout);
    }

    /** An edge stays out of words, but not with Alt. With Alt the end is not trimmed: the whole clip becomes faster or slower. */
    Gesture trim(ClipBox box, boolean start, double pressed) {
        var line = box.line();
        snaps.begin(List.of(line), pressed);
        var span = LineTimes.of(model.session().document()).of(line).orElseThrow();
        var limits = new DragLimits(model.session().document(), List.of(line));
        long still = start ? span.start() : span.end();
        var stretches = new DragLimits(model.session().document(), List.of(line));
        double offset = model.viewport().x(still / 1000.0) - pressed;
        var words = new WordEdges(model.session().document(), span, model.session().spokenWords());
        return new Trying((x, y, held) -> {
            long there = millis(snaps.x(x) + offset);
            long at = held.alternative() ? snaps.point(there, held.free()) : snaps.edge(there, words, held.free());
            var ripple = model.options().ripple().get();
            if (held.alternative() && !start) return stretches.by(still, at, ripple, to -> stretch(line, to - span.start(), ripple)).edit();
            return limits.by(still, at, ripple, to -> start ? ClipTrims.start(line, to) : ClipTrims.end(line, to, ripple)).edit();
        }, () -> length(span) + RelationWords.others(model.session().document(), model.shown().document(), List.of(line)));
    }

    private Edit stretch(String line, long wanted, Ripple ripple) {
        var document = model.session().document();
        long usual = ClipSpeeds.usual(document, line);
        long least = (long) Math.ceil(usual / TimeStretch.FASTEST);
        return ClipSpeeds.fit(document, line, Math.clamp(wanted, least, Math.max(least, (long) (usual / TimeStretch.SLOWEST))), ripple);
    }

    /** The clip's length and its difference to before; the speed if that has changed. */
    private String length(LineTimes.Span before) {
        var line = before.line();
        var now = LineTimes.of(model.shown().document()).of(line).orElse(before);
        double speed = model.shown().document().decoration(line).speed();
        if (speed != model.session().document().decoration(line).speed()) {
            return Messages.of("timeline.readout.speed", ClipSpeeds.text(speed), UnitParser.seconds(now.length()));
        }
        return Messages.of("timeline.readout.trim", UnitParser.seconds(now.length()), UnitParser.signed(now.length() - before.length()));
    }

    /** The fade is as long as the distance from the edge. */
    Gesture fade(ClipBox box, boolean start, double pressed) {
        var own = model.session().document().decoration(box.line());
        double from = model.viewport().seconds(pressed);
        long most = box.part().frames() * 1000 / model.shown().arrangement().rate();
        return new Trying((x, y, held) -> {
            double at = model.viewport().seconds(x);
            double moved = (start ? at - from : from - at) * 1000;
            int length = (int) Math.clamp(Math.round((start ? own.fadeInMillis() : own.fadeOutMillis()) + moved), 0, most);
            return start ? TakeEdits.fades(box.line(), length, own.fadeOutMillis()) : TakeEdits.fades(box.line(), own.fadeInMillis(),
                    length);
        }, () -> {
            var now = model.shown().document().decoration(box.line());
            return Messages.of(start ? "timeline.readout.fadeIn" : "timeline.readout.fadeOut",
                    RelationWords.millis(start ? now.fadeInMillis() : now.fadeOutMillis()));
        });
    }

    /** Up is louder; other selected clips change too, each from its value. */
    Gesture gain(ClipBox box, double pressed) {
        var chosen = model.session().selection().lines();
        var lines = chosen.contains(box.line()) ? chosen : List.of(box.line());
        LineSettings own = model.session().document().decoration(box.line());
        var drag = new GainDrag(own.gainDb(), pressed);
        return new Trying((x, y, held) -> TakeEdits.gainBy(lines, drag.to(y, held.free()) - own.gainDb()),
                () -> DecibelField.text(model.shown().document().decoration(box.line()).gainDb()) + " dB");
    }

    Gesture marker(Marker marker, double pressed) {
        snaps.begin(List.of(), pressed);
        double offset = model.viewport().x(marker.millis() / 1000.0) - pressed;
        return new Trying((x, y, held) -> MarkerEdits.move(marker.id(), snaps.point(millis(snaps.x(x) + offset), held.free())),
                () -> model.shown().document().markers().stream().filter(m -> m.id().equals(marker.id())).findFirst()
                        .map(m -> RulerPainter.text(m.millis() / 1000.0, 0.001)).orElse(""));
    }

    private long millis(double x) {
        return Math.max(0, Math.round(model.viewport().seconds(x) * 1000));
    }

    private interface Tried {
        Edit at(double x, double y, Gesture.Held held);
    }

    /** Previews the edit at every mouse position, applies the last. */
    private final class Trying implements Gesture {
        private final Tried edit;
        private final Supplier<String> words;

        Trying(Tried edit, Supplier<String> words) {
            this.edit = edit;
            this.words = words;
        }

        @Override
        public void drag(double x, double y, Held held) {
            model.preview(edit.at(x, y, held));
        }

        @Override
        public String readout() {
            return words.get();
        }

        @Override
        public void release() {
            snaps.end();
            model.commit();
        }

        @Override
        public void cancel() {
            snaps.end();
            model.cancelPreview();
        }
    }
}
