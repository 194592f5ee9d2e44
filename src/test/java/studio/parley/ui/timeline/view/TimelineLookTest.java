package studio.parley.ui.timeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.dialogue.TimingRelation;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.edit.MarkerEdits;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.session.TimeRange;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.Badge;

/** Pictures to be looked at. */
class TimelineLookTest {
    @TempDir
    Path home;

    /** Pixels of the accent along the lower edge of a clip. */
    private static long accents(Stage s, int line) {
        var box = s.surface().boxes().stream().filter(b -> b.line().equals(s.id(line))).findFirst().orElseThrow();
        var picture = s.surface().snapshot(null, null).getPixelReader();
        var accent = (javafx.scene.paint.Color) ((javafx.scene.layout.Region) s.surface().lookup(".timeline-ink-accent")).getBackground().getFills().getFirst().getFill();
        return java.util.stream.IntStream.range((int) box.x() + 4, (int) box.right() - 4)
                .filter(x -> near(picture.getColor(x, (int) (box.y() + box.h() - 3)), accent)).count();
    }

    private static boolean near(javafx.scene.paint.Color a, javafx.scene.paint.Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue()) < 0.1;
    }

    /** A line that follows as usual needs no label; what is unusual has one. The knob stands below the times. */
    @Test
    void onlyWhatIsUnusualIsLabelled() throws Exception {
        try (var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7)) {
            Fx.run(() -> s.session.select(studio.parley.studio.document.model.Selection.NONE));
            Fx.settle();
            var labelled = Fx.call(() -> s.surface().badges().stream().map(Badge::line).toList());
            assertEquals(List.of(s.id(4)), labelled);
            var m = Fx.call(() -> s.surface().metrics());
            javafx.scene.Node knob = s.fx.find("#timeline-knob");
            assertTrue(Fx.call(() -> knob.getBoundsInParent().getMinY()) >= m.times() + m.text() / 2);
        }
    }

    /** Long names are cut, and neither the timeline nor Mute and Solo; labels lie whole within the view. */
    @Test
    void headsAndLabelsKeepTheirPlaces() throws Exception {
        var script = "The Keeper of the Northern Lighthouse: Who is there?\nAnn: It is me.\nThe Keeper of the Northern Lighthouse ^: Who?\n";
        try (var s = Stage.of(home, script, 3, 200, Theme.Scheme.LIGHT, 1280, 500)) {
            int keeper = s.session.document().lines().getFirst().speaker();
            javafx.scene.layout.Region head = s.fx.find("#track-" + keeper);
            assertTrue(Fx.call(head::getWidth) <= 320, "a quarter of the width");
            for (var name : List.of("mute", "solo")) {
                javafx.scene.layout.Region button = s.fx.find("#track-" + name + "-" + keeper);
                assertTrue(Fx.call(() -> button.getWidth() >= button.prefWidth(-1)));
                assertTrue(Fx.call(() -> button.getBoundsInParent().getMaxX() <= head.getWidth()));
            }
            double start = s.span(3).start() / 1000.0;
            Fx.run(() -> s.view.model().viewport().show(start - 1.9, start + 0.1));
            Fx.settle();
            var badge = Fx.call(() -> s.surface().badges().stream().filter(b -> b.line().equals(s.id(3))).findFirst().orElseThrow());
            assertTrue(badge.x() + badge.w() <= s.surface().getWidth(), badge.toString());
            s.fx.png("timeline-heads.png");
        }
    }

    /** Also three clips of a speaker at once lie below each other, each high enough for words. */
    @Test
    void crowdedTracksStayLegible() throws Exception {
        var script = "Ann: One, and two, and three.\nAnn ^: Four, and five, and six.\nAnn ^: Seven, and eight, and nine.\nBen: Ten.\nCora: Eleven.\n";
        for (int high : new int[] {200, 330}) {
            try (var s = Stage.of(home.resolve("at" + high), script, 5, 100, Theme.Scheme.DARK, 1200, high)) {
                Fx.run(() -> s.session.edit(LineEdits.relation(s.id(2), new TimingRelation.Together())));
                Fx.run(() -> s.session.edit(LineEdits.relation(s.id(3), new TimingRelation.Together())));
                Fx.settle();
                var boxes = new java.util.ArrayList<ClipBox>(List.of(s.box(1), s.box(2), s.box(3)));
                boxes.sort(java.util.Comparator.comparingDouble(ClipBox::y));
                for (var box : boxes) assertTrue(box.h() >= 10, high + ": " + box);
                for (int i = 1; i < 3; i++) assertTrue(boxes.get(i).y() >= boxes.get(i - 1).y() + boxes.get(i - 1).h(), boxes.toString());
                s.fx.png("timeline-crowded-" + high + ".png");
            }
        }
    }

    @Test
    void highContrast() throws Exception {
        try (var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7, 100, Theme.Scheme.LIGHT, 1440, 280)) {
            Fx.run(() -> {
                s.session.services().theme().contrast(true);
                s.session.edit(LineEdits.relation(s.id(3), new TimingRelation.PinnedAt(400)));
                s.session.select(List.of(s.id(4)), Optional.of(s.id(4)));
            });
            Fx.until(() -> s.session.waveforms().versionProperty().get() >= 7, 5000);
            Fx.settle();
            s.fx.png("timeline-contrast.png");
        }
    }

    @Test
    void dark() throws Exception {
        picture(Theme.Scheme.DARK, 100, 1440, 280);
    }

    @Test
    void light() throws Exception {
        picture(Theme.Scheme.LIGHT, 100, 1440, 280);
    }

    @Test
    void largeText() throws Exception {
        picture(Theme.Scheme.DARK, 200, 1440, 520);
    }

    @Test
    void otherStates() throws Exception {
        var out = MemoryOut.paced(ProjectSession.RATE, ProjectSession.RATE / 10);
        try (var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 7, out)) {
            Fx.until(() -> s.session.waveforms().versionProperty().get() >= 7, 5000);
            Fx.run(() -> {
                s.view.model().options().spectrogram().set(true);
                s.session.edit(ProjectEdits.mute(2, true));
                s.session.edit(TakeEdits.delete(s.id(3), "T1"));
            });
            Fx.rest();
            s.fx.png("timeline-spectrogram.png");
            Fx.run(() -> s.session.edit(ClipSpeeds.to(List.of(s.id(1), s.id(4)), 0.8, Ripple.ALL)));
            Fx.rest();
            s.fx.png("timeline-speed.png");
            Fx.run(() -> {
                s.view.model().options().spectrogram().set(false);
                s.view.model().viewport().show(2.3, 2.9);
            });
            Fx.rest();
            s.fx.png("timeline-close.png");
            Fx.run(() -> s.view.model().viewport().show(2.3, 2.302));
            Fx.rest();
            s.fx.png("timeline-samples.png");
            Fx.run(() -> {
                s.session.edit(ProjectEdits.mute(2, false));
                s.view.model().viewport().show(0, 12);
                s.session.player().seek(1.5);
                s.session.player().play();
            });
            Fx.until(() -> {
                out.advance(ProjectSession.RATE / 20);
                return s.session.player().position() > 2 && s.surface().sounding().size() == 1;
            }, 15_000);
            int heard = Fx.call(() -> s.session.document().indexOf(s.surface().sounding().iterator().next()) + 1);
            Fx.settle();
            assertTrue(Fx.call(() -> accents(s, heard)) > 10, "the clip that is heard has a bar of the accent");
            assertEquals(0, Fx.call(() -> accents(s, heard + 1)));
            s.fx.png("timeline-playing.png");
            Fx.run(s.session.player()::pause);
            Fx.settle();
            assertEquals(0, Fx.call(() -> accents(s, heard)));
        }
        try (var s = Stage.of(home.resolve("empty"), "Ann: Hello.", 0)) {
            s.fx.png("timeline-empty.png");
        }
    }

    private void picture(Theme.Scheme scheme, int percent, int w, int h) throws Exception {
        try (var s = Stage.of(home, SessionFixture.LIGHTHOUSE, 6, percent, scheme, w, h)) {
            Fx.run(() -> {
                var d = s.session;
                d.edit(TestEdits.text("Text", s.id(5), "Buoys never move, Cora."));
                d.edit(TakeEdits.fades(s.id(3), 400, 600));
                d.edit(MarkerEdits.add("M1", 3000, "The light"));
                d.edit(ProjectEdits.gain(1, -3));
                d.player().loop(Optional.of(new TimeRange(4.2, 6.1)));
                d.player().seek(5.0);
                d.select(List.of(s.id(3)), Optional.of(s.id(3)));
                s.view.actions().focus();
            });
            Fx.until(() -> s.session.waveforms().versionProperty().get() >= 6, 5000);
            Fx.settle();
            s.fx.png("timeline-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + percent + ".png");
        }
    }
}
