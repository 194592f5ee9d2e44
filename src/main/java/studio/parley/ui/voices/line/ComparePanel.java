package studio.parley.ui.voices.line;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.parley.audio.pcm.Pcm;
import studio.parley.dialogue.Take;
import studio.parley.playback.AudioSource;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.takes.TakeComparison;
import studio.parley.ui.kit.Controls;
import studio.parley.ui.kit.Focus;
import studio.parley.ui.kit.Messages;
import studio.parley.ui.session.ProjectSession;

/**
 * Plays the takes of a line in their place, at the same loudness, in a loop. Tab, Down and Up switch while playing; Space stops and
 * continues, Enter uses the current one, Escape closes it.
 */
final class ComparePanel extends VBox {
    private final ProjectSession session;
    private final TakeComparison comparison;
    private final CompareSource source;
    private final ToggleGroup group = new ToggleGroup();
    private final Runnable close;
    private int at;

    ComparePanel(ProjectSession session, TakeComparison comparison, Runnable close) {
        this.session = session;
        this.comparison = comparison;
        this.close = close;
        var used = session.document().line(comparison.line()).flatMap(l -> l.sounding()).map(t -> t.id()).orElse("");
        at = Math.max(0, comparison.candidates().stream().map(TakeComparison.Candidate::take).toList().indexOf(used));
        source = new CompareSource(comparison, at);
        getStyleClass().addAll("panel", "compare");
        setId("compare");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Messages.of("voices.compare.help"));
        var takes = new FlowPane();
        takes.getStyleClass().add("chips");
        for (int i = 0; i < comparison.candidates().size(); i++) takes.getChildren().add(tab(i));
        var help = Controls.words(Messages.of("voices.compare.help"), "muted", "small");
        var use = new Button(Messages.of("voices.compare.use"));
        use.getStyleClass().addAll("small", "accent");
        use.setOnAction(e -> use());
        var end = new Button(Messages.of("voices.compare.end"));
        end.getStyleClass().addAll("small", "flat");
        end.setOnAction(e -> end());
        getChildren().addAll(takes, help, new HBox(8, use, end));
        Focus.keepKeys(this);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        session.player().auditionLoop(source);
        select();
    }

    private ToggleButton tab(int index) {
        var candidate = comparison.candidates().get(index);
        var number = session.document().line(comparison.line()).stream().flatMap(l -> l.takes().stream()).filter(t -> t.id().equals(candidate.take()))
                .findFirst().map(Take::number).orElse(candidate.take());
        var words = Math.abs(candidate.gainDb()) < 0.05 ? Messages.of("voices.take", number)
                : Messages.of("voices.compare.take", number, String.format(java.util.Locale.ROOT, "%+.1f", candidate.gainDb()).replace('-', '−'));
        var tab = Controls.chip(group, words, false, () -> {
            at = index;
            select();
        });
        tab.setFocusTraversable(false);
        return tab;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case TAB -> step(event.isShiftDown() ? -1 : 1);
            case DOWN -> step(1);
            case UP -> step(-1);
            case SPACE -> pause();
            case ENTER -> use();
            case ESCAPE -> end();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pause() {
        if (session.player().isAuditioning()) session.player().stopAudition();
        else session.player().auditionLoop(source);
    }

    private void step(int by) {
        at = Math.floorMod(at + by, comparison.candidates().size());
        select();
    }

    private void select() {
        source.switchTo(at);
        group.selectToggle(group.getToggles().get(at));
    }

    /** The take that is playing now. */
    String heard() {
        return comparison.candidates().get(at).take();
    }

    private void use() {
        session.edit(TakeEdits.choose(comparison.line(), Optional.of(heard())));
        end();
    }

    private void end() {
        session.player().stopAudition();
        close.run();
    }

    /**
     * Takes in their place as one source that can be switched during playback: the position stays, only the take changes, with a crossfade of
     * one read. {@link #switchTo} on any thread.
     */
    private static final class CompareSource implements AudioSource {
        private final int rate;
        private final List<AudioSource> takes;
        private volatile int wanted;
        private int heard;

        CompareSource(TakeComparison comparison, int first) {
            rate = comparison.rate();
            takes = comparison.candidates().stream().map(c -> AudioSource.of(c.sound())).toList();
            wanted = first;
            heard = first;
        }

        void switchTo(int candidate) {
            wanted = candidate;
        }

        @Override
        public int rate() {
            return rate;
        }

        @Override
        public long length() {
            return takes.getFirst().length();
        }

        @Override
        public Pcm read(long from, int count) {
            int now = wanted;
            var out = takes.get(now).read(from, count).samples(0);
            if (now != heard) {
                var old = takes.get(heard).read(from, count).samples(0);
                for (int i = 0; i < count; i++) {
                    float fresh = (float) i / count;
                    out[i] = fresh * out[i] + (1 - fresh) * old[i];
                }
                heard = now;
            }
            return Pcm.mono(rate, out);
        }
    }
}
