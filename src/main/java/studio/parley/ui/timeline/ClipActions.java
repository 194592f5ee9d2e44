package studio.parley.ui.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Node;
import studio.parley.studio.document.ProjectEdits;
import studio.parley.studio.document.ScriptEdits;
import studio.parley.studio.document.TakeEdits;
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
import studio.parley.ui.desk.Desk;
import studio.parley.ui.kit.Texts;

/** What keys, menus and double clicks do to clips. */
final class ClipActions {
    private final TimelineModel model;
    private final Surface surface;
    private final ExactField exact;
    private final Node home;

    /** @param home gets the focus when something was done */
    ClipActions(TimelineModel model, Surface surface, Node home) {
        this.model = model;
        this.surface = surface;
        this.home = home;
        exact = new ExactField(surface, model.desk().tools().notices(), this::focus);
    }

    void focus() {
        home.requestFocus();
    }

    private Desk desk() {
        return model.desk();
    }

    List<String> selected() {
        return desk().selection().lines();
    }

    private Ripple ripple() {
        return model.options().ripple().get();
    }

    private long playhead() {
        return Math.round(desk().player().position() * 1000);
    }

    /** Clips in the order they sound. */
    List<Part> ordered() {
        return desk().arrangement().parts().stream().sorted(Comparator.comparingLong(Part::start)
                .thenComparingInt(Part::number)).toList();
    }

    Optional<Part> focused() {
        return desk().focusedLine().flatMap(l -> desk().arrangement().part(l.id()));
    }

    /** Selects the clip that sounds next or before; with nothing selected, the one at the playhead. */
    void step(int by) {
        var all = ordered();
        if (all.isEmpty()) return;
        var now = focused();
        int index = now.map(all::indexOf).orElseGet(() -> by > 0 ? firstFrom(all) - 1 : firstFrom(all));
        go(all.get(Math.clamp(index + by, 0, all.size() - 1)));
    }

    private int firstFrom(List<Part> all) {
        long at = playhead() * Desk.RATE / 1000;
        int index = 0;
        while (index < all.size() && all.get(index).end() <= at) index++;
        return index;
    }

    /** The clip of the track above or below that is nearest in time. */
    void stepTrack(int by) {
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
        desk().select(List.of(part.line().id()), Optional.of(part.line().id()));
        double rate = desk().arrangement().rate();
        model.viewport().reveal(part.start() / rate, part.end() / rate);
    }

    /** All clips between the focused one and this. */
    void selectTo(String line) {
        var all = ordered().stream().map(p -> p.line().id()).toList();
        int from = focused().map(p -> all.indexOf(p.line().id())).orElse(0);
        int to = all.indexOf(line);
        if (to < 0) return;
        desk().select(all.subList(Math.min(from, to), Math.max(from, to) + 1), focused().map(p -> p.line().id()).or(() ->
                Optional.of(line)));
    }

    /** As far as a drag would get. */
    void nudge(long millis) {
        if (selected().isEmpty()) return;
        var limited = new DragLimits(desk().document(), selected()).by(millis, OptionalInt.empty(), ripple(), false);
        boolean ahead = Long.signum(limited.at()) == Long.signum(millis) && Math.abs(limited.at()) <= Math.abs(millis);
        if (ahead) desk().edit(ClipMoves.nudge(selected(), limited.at(), ripple()));
        else limited.obstacle().ifPresent(o -> desk().tools().notices().info(RelationWords.obstacle(desk().document(), o)));
    }

    /** Of the selected clips those that collide, or all that do when none of these is selected: behind the ones their speaker says first. */
    void apart() {
        var all = Collisions.of(LineTimes.of(desk().document()));
        var chosen = all.stream().filter(c -> selected().stream().anyMatch(c::has)).toList();
        var lines = (chosen.isEmpty() ? all : chosen).stream().map(Collisions.Collision::line).distinct().toList();
        if (lines.isEmpty()) desk().tools().notices().info(Texts.of("timeline.apart.nothing"));
        else desk().edit(Collisions.apart(lines));
    }

    void delete(Ripple ripple) {
        var gone = selected();
        if (gone.isEmpty()) return;
        var all = ordered().stream().map(p -> p.line().id()).toList();
        int at = all.indexOf(gone.getFirst());
        desk().edit(ClipDeletes.delete(gone, ripple));
        var left = ordered();
        if (at < 0 || left.isEmpty()) desk().select(List.of(), Optional.empty());
        else go(left.get(Math.min(at, left.size() - 1)));
    }

    void duplicate() {
        if (selected().isEmpty()) return;
        var before = desk().document();
        desk().edit(ClipCopies.duplicate(selected()));
        Collection<String> copies = ClipCopies.added(before, desk().document());
        desk().select(copies, copies.stream().findFirst());
    }

    /** Splits what is selected and sounds at the playhead; with nothing selected there, whatever sounds. */
    void split() {
        var there = LineTimes.of(desk().document()).within(playhead(), playhead() + 1, false).stream()
                .filter(l -> ClipSplits.canSplit(desk().document(), l, playhead())).toList();
        var chosen = there.stream().filter(selected()::contains).toList();
        var wanted = chosen.isEmpty() ? there : chosen;
        if (wanted.isEmpty()) desk().tools().notices().info(Texts.of("timeline.split.nothing"));
        else split(wanted);
    }

    /** What was selected stays selected; where nothing was, the first half is. */
    private void split(List<String> lines) {
        desk().edit(ClipSplits.split(lines, playhead(), ScriptEdits.freshIds(desk().document(), lines.size())));
        if (selected().stream().noneMatch(lines::contains)) desk().select(lines, Optional.of(lines.getFirst()));
    }

    void join() {
        var lines = selected().size() > 1 ? selected() : new ArrayList<String>();
        if (lines.isEmpty()) focused().ifPresent(p -> desk().edit(ClipSplits.join(p.line().id())));
        else desk().edit(ClipSplits.join(lines));
    }

    void play(String line) {
        desk().arrangement().part(line).ifPresent(p -> desk().player().playRange((double) p.start() / Desk.RATE,
                (double) p.end() / Desk.RATE));
    }

    void resetTrim(String line) {
        desk().edit(TakeEdits.trim(line, 0, 0));
    }

    void kind(String line, ClipRelations.Kind kind) {
        desk().edit(ClipRelations.kind(line, kind, ripple()));
    }

    /** Opens the field for the number of a relation, where the badge is. */
    void typeRelation(String line) {
        desk().document().line(line).ifPresent(l -> {
            reveal(line);
            var at = surface.boxes().stream().filter(b -> b.line().equals(line)).findFirst();
            exact.open(at.map(ClipBox::x).orElse(0.0), at.map(b -> b.y() - 14).orElse(0.0), Texts.of("timeline.exact.relation"),
                    ClipRelations.number(l) + " ms", text -> desk().edit(ClipRelations.number(line, Quantities.millis(text), ripple())));
        });
    }

    void typeGain() {
        typed("timeline.exact.gain", d -> DecibelField.text(desk().document().decoration(d).gainDb()) + " dB",
                text -> desk().edit(TakeEdits.gain(selected(), Math.clamp(Quantities.decibels(text), -60, 24))));
    }

    void typeFades() {
        typed("timeline.exact.fades", d -> desk().document().decoration(d).fadeInMillis() + " / " + desk().document().decoration(d)
                .fadeOutMillis(), text -> {
            var both = text.split("/", 2);
            int in = (int) Math.max(0, Quantities.millis(both[0]));
            int out = (int) Math.max(0, both.length > 1 ? Quantities.millis(both[1]) : in);
            desk().focusedLine().ifPresent(l -> desk().edit(TakeEdits.fades(l.id(), in, out)));
        });
    }

    void typeSpeed() {
        typed("timeline.exact.speed", d -> ClipSpeeds.text(desk().document().decoration(d).speed()),
                text -> desk().edit(ClipSpeeds.to(selected(), Quantities.speed(text), ripple())));
    }

    /** The length in which the focused clip is heard. */
    void typeLength() {
        focused().ifPresent(p -> typed("timeline.exact.fit", d -> Quantities.seconds(p.frames() * 1000 / Desk.RATE),
                text -> desk().edit(ClipSpeeds.fit(desk().document(), p.line().id(), Quantities.seconds(text), ripple()))));
    }

    void faster(boolean faster) {
        desk().edit(ClipSpeeds.step(selected(), faster, ripple()));
    }

    void usualSpeed() {
        desk().edit(ClipSpeeds.to(selected(), 1, ripple()));
    }

    void typeDucking() {
        typed("timeline.exact.duck", d -> DecibelField.text(desk().document().settings().duckDb()) + " dB",
                text -> desk().edit(ProjectEdits.duck(Math.clamp(Quantities.decibels(text), -60, 0))));
    }

    private void typed(String name, java.util.function.Function<String, String> text, Consumer<String> take) {
        desk().focusedLine().ifPresent(line -> {
            reveal(line.id());
            var at = surface.boxes().stream().filter(b -> b.line().equals(line.id())).findFirst();
            exact.open(at.map(b -> b.x() + b.w() / 2).orElse(0.0), at.map(b -> b.y() + 10).orElse(0.0), Texts.of(name),
                    text.apply(line.id()), take);
        });
    }

    private void reveal(String line) {
        desk().arrangement().part(line).ifPresent(p -> model.viewport().reveal((double) p.start() / Desk.RATE,
                (double) p.end() / Desk.RATE));
    }

    ExactField exact() {
        return exact;
    }

    void renameMarker(String id) {
        MarkerActions.rename(model, surface, exact, id);
    }
}
