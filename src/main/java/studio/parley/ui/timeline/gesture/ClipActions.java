package studio.parley.ui.timeline.gesture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.ScriptEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.export.Arrangement.Part;
import studio.parley.studio.timing.ClipCopies;
import studio.parley.studio.timing.ClipDeletes;
import studio.parley.studio.timing.ClipMoves;
import studio.parley.studio.timing.ClipRelations;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.studio.timing.ClipSplits;
import studio.parley.studio.timing.Collisions;
import studio.parley.studio.timing.DragLimits;
import studio.parley.studio.timing.LineTimes;
import studio.parley.studio.timing.Ripple;
import studio.parley.studio.timing.WordEdges;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.kit.UnitParser;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.model.TimelineModel;
import studio.parley.ui.timeline.paint.RelationWords;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** The actions of keys, menus and double clicks on clips. */
public final class ClipActions {
    private final TimelineModel model;
    private final TimelineCanvas surface;
    private final ValueField exact;
    private final Node home;

    /** @param home gets the focus after an action */
    public ClipActions(TimelineModel model, TimelineCanvas surface, Node home) {
        this.model = model;
        this.surface = surface;
        this.home = home;
        exact = new ValueField(surface, model.session().services().notices(), this::focus);
    }

    public void focus() {
        home.requestFocus();
    }

    private ProjectSession session() {
        return model.session();
    }

    public List<String> selected() {
        return session().selection().lines();
    }

    private Ripple ripple() {
        return model.options().ripple().get();
    }

    private long playhead() {
        return Math.round(session().player().position() * 1000);
    }

    /** Clips in order of time. */
    public List<Part> ordered() {
        return session().arrangement().parts().stream().sorted(Comparator.comparingLong(Part::start)
                .thenComparingInt(Part::number)).toList();
    }

    public Optional<Part> focused() {
        return session().focusedLine().flatMap(l -> session().arrangement().part(l.id()));
    }

    /** Selects the next or previous clip in time; with nothing selected, the one at the playhead. */
    public void step(int by) {
        var all = ordered();
        if (all.isEmpty()) return;
        var now = focused();
        int index = now.map(all::indexOf).orElseGet(() -> by > 0 ? firstFrom(all) - 1 : firstFrom(all));
        go(all.get(Math.clamp(index + by, 0, all.size() - 1)));
    }

    private int firstFrom(List<Part> all) {
        long at = playhead() * ProjectSession.RATE / 1000;
        int index = 0;
        while (index < all.size() && all.get(index).end() <= at) index++;
        return index;
    }

    /** The clip of the track above or below that is nearest in time. */
    public void stepTrack(int by) {
        var now = focused();
        if (now.isEmpty()) {
            step(1);
            return;
        }
        int lane = model.shown().lane(now.get().line().speaker()) + by;
        ordered().stream().filter(p -> model.shown().lane(p.line().speaker()) == lane).min(Comparator.comparingLong(p ->
                Math.abs(p.start() - now.get().start())))
                .ifPresent(this::go);
    }

    private void go(Part part) {
        session().select(List.of(part.line().id()), Optional.of(part.line().id()));
        double rate = session().arrangement().rate();
        model.viewport().reveal(part.start() / rate, part.end() / rate);
    }

    /** All clips between the focused one and this. */
    public void selectTo(String line) {
        var all = ordered().stream().map(p -> p.line().id()).toList();
        int from = focused().map(p -> all.indexOf(p.line().id())).orElse(0);
        int to = all.indexOf(line);
        if (to < 0) return;
        session().select(all.subList(Math.min(from, to), Math.max(from, to) + 1), focused().map(p -> p.line().id()).or(() ->
                Optional.of(line)));
    }

    /** As far as a drag would go. */
    public void nudge(long millis) {
        if (selected().isEmpty()) return;
        var limited = new DragLimits(session().document(), selected()).by(millis, OptionalInt.empty(), ripple(), false);
        boolean ahead = Long.signum(limited.at()) == Long.signum(millis) && Math.abs(limited.at()) <= Math.abs(millis);
        if (ahead) session().edit(ClipMoves.nudge(selected(), limited.at(), ripple()));
        else limited.obstacle().ifPresent(o -> session().services().notices().info(RelationWords.obstacle(session().document(), o)));
    }

    /** Of the selected clips those that collide, or all that do if none of these is selected: after the ones their speaker says first. */
    public void apart() {
        var all = Collisions.of(LineTimes.of(session().document()));
        var chosen = all.stream().filter(c -> selected().stream().anyMatch(c::has)).toList();
        var lines = (chosen.isEmpty() ? all : chosen).stream().map(Collisions.Collision::line).distinct().toList();
        if (lines.isEmpty()) session().services().notices().info(Messages.of("timeline.apart.nothing"));
        else session().edit(Collisions.apart(lines));
    }

    public void delete(Ripple ripple) {
        var gone = selected();
        if (gone.isEmpty()) return;
        var all = ordered().stream().map(p -> p.line().id()).toList();
        int at = all.indexOf(gone.getFirst());
        session().edit(ClipDeletes.delete(gone, ripple));
        var left = ordered();
        if (at < 0 || left.isEmpty()) session().select(List.of(), Optional.empty());
        else go(left.get(Math.min(at, left.size() - 1)));
    }

    public void duplicate() {
        if (selected().isEmpty()) return;
        var before = session().document();
        session().edit(ClipCopies.duplicate(selected()));
        Collection<String> copies = ClipCopies.added(before, session().document());
        session().select(copies, copies.stream().findFirst());
    }

    /** Splits the selected clips at the playhead, beside the word that is spoken there; with nothing selected there, all clips there. */
    public void split() {
        var there = LineTimes.of(session().document()).within(playhead(), playhead() + 1, false);
        var chosen = there.stream().filter(selected()::contains).toList();
        var wanted = chosen.isEmpty() ? there : chosen;
        session().spokenWords().whenRead(wanted.stream().flatMap(l -> session().document().line(l).stream()).toList(), () -> cut(wanted));
    }

    private void cut(List<String> lines) {
        long at = besideWords(lines);
        var wanted = lines.stream().filter(l -> ClipSplits.canSplit(session().document(), l, at)).toList();
        if (wanted.isEmpty()) session().services().notices().info(Messages.of("timeline.split.nothing"));
        else split(wanted, at);
    }

    /** The playhead, moved out of the word of the only clip there unless snapping is off; several clips cannot all be cut beside their words. */
    private long besideWords(List<String> lines) {
        var span = lines.size() == 1 ? LineTimes.of(session().document()).of(lines.getFirst()) : Optional.<LineTimes.Span>empty();
        boolean snaps = model.options().snapping().get();
        return span.filter(s -> snaps).map(s -> new WordEdges(session().document(), s, session().spokenWords()).outside(playhead())).orElse(playhead());
    }

    /** The selection stays; if there was none, the first half is selected. */
    private void split(List<String> lines, long at) {
        session().edit(ClipSplits.split(lines, at, ScriptEdits.freshIds(session().document(), lines.size()), session().spokenWords()));
        if (selected().stream().noneMatch(lines::contains)) session().select(lines, Optional.of(lines.getFirst()));
    }

    public void join() {
        var lines = selected().size() > 1 ? selected() : new ArrayList<String>();
        if (lines.isEmpty()) focused().ifPresent(p -> session().edit(ClipSplits.join(p.line().id())));
        else session().edit(ClipSplits.join(lines));
    }

    public void play(String line) {
        session().arrangement().part(line).ifPresent(p -> session().player().playRange((double) p.start() / ProjectSession.RATE,
                (double) p.end() / ProjectSession.RATE));
    }

    public void resetTrim(String line) {
        session().edit(TakeEdits.trim(line, 0, 0));
    }

    public void kind(String line, ClipRelations.Kind kind) {
        session().edit(ClipRelations.kind(line, kind, ripple()));
    }

    /** Opens the field for the number of a relation, at the badge. */
    public void typeRelation(String line) {
        session().document().line(line).ifPresent(l -> {
            reveal(line);
            var at = surface.boxes().stream().filter(b -> b.line().equals(line)).findFirst();
            exact.open(at.map(ClipBox::x).orElse(0.0), at.map(b -> b.y() - 14).orElse(0.0), Messages.of("timeline.exact.relation"),
                    ClipRelations.number(l) + " ms", text -> session().edit(ClipRelations.number(line, UnitParser.millis(text), ripple())));
        });
    }

    public void typeGain() {
        typed("timeline.exact.gain", d -> DecibelField.text(session().document().decoration(d).gainDb()) + " dB",
                text -> session().edit(TakeEdits.gain(selected(), Math.clamp(UnitParser.decibels(text), -60, 24))));
    }

    public void typeFades() {
        typed("timeline.exact.fades", d -> session().document().decoration(d).fadeInMillis() + " / " + session().document().decoration(d)
                .fadeOutMillis(), text -> {
            var both = text.split("/", 2);
            int in = (int) Math.max(0, UnitParser.millis(both[0]));
            int out = (int) Math.max(0, both.length > 1 ? UnitParser.millis(both[1]) : in);
            session().focusedLine().ifPresent(l -> session().edit(TakeEdits.fades(l.id(), in, out)));
        });
    }

    public void typeSpeed() {
        typed("timeline.exact.speed", d -> ClipSpeeds.text(session().document().decoration(d).speed()),
                text -> session().edit(ClipSpeeds.to(selected(), UnitParser.speed(text), ripple())));
    }

    /** The stretched length of the focused clip. */
    public void typeLength() {
        focused().ifPresent(p -> typed("timeline.exact.fit", d -> UnitParser.seconds(p.frames() * 1000 / ProjectSession.RATE),
                text -> session().edit(ClipSpeeds.fit(session().document(), p.line().id(), UnitParser.seconds(text), ripple()))));
    }

    public void faster(boolean faster) {
        session().edit(ClipSpeeds.step(selected(), faster, ripple()));
    }

    public void usualSpeed() {
        session().edit(ClipSpeeds.to(selected(), 1, ripple()));
    }

    public void typeDucking() {
        typed("timeline.exact.duck", d -> DecibelField.text(session().document().settings().duckDb()) + " dB",
                text -> session().edit(ProjectEdits.duck(Math.clamp(UnitParser.decibels(text), -60, 0))));
    }

    private void typed(String name, java.util.function.Function<String, String> text, Consumer<String> take) {
        session().focusedLine().ifPresent(line -> {
            reveal(line.id());
            var at = surface.boxes().stream().filter(b -> b.line().equals(line.id())).findFirst();
            exact.open(at.map(b -> b.x() + b.w() / 2).orElse(0.0), at.map(b -> b.y() + 10).orElse(0.0), Messages.of(name),
                    text.apply(line.id()), take);
        });
    }

    private void reveal(String line) {
        session().arrangement().part(line).ifPresent(p -> model.viewport().reveal((double) p.start() / ProjectSession.RATE,
                (double) p.end() / ProjectSession.RATE));
    }

    public ValueField exact() {
        return exact;
    }

    public void renameMarker(String id) {
        MarkerActions.rename(model, surface, exact, id);
    }
}
