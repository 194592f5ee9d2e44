package studio.parley.ui.voices.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.TimeFormat;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.edit.TakeEdits;
import studio.parley.studio.document.edit.TestEdits;
import studio.parley.studio.document.model.LineSettings;
import studio.parley.studio.document.staleness.Staleness;
import studio.parley.studio.export.Arrangement;
import studio.parley.studio.timing.ClipSpeeds;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.Fx;
import studio.parley.ui.Heard;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.voices.SideScene;

class LineTest {
    @TempDir
    Path home;

    private static Line line(SideScene s, int index) {
        return s.session.document().lines().get(index);
    }

    private static LineSettings own(SideScene s, int index) {
        return s.session.document().decoration(line(s, index).id());
    }

    /** Three takes of the first line, on the tab of the line. */
    private SideScene open() throws Exception {
        var s = new SideScene(home, 3);
        Fx.run(() -> {
            SessionFixture.arrive(s.session, line(s, 0));
            SessionFixture.arrive(s.session, line(s, 0));
            s.session.refresh();
        });
        s.select(0);
        s.fx.click("#tab-line");
        return s;
    }

    @Test
    void takesAreChosenRatedLockedFlaggedAndDeleted() throws Exception {
        try (var s = open()) {
            assertEquals(3, s.side.lookupAll(".take-row").size());
            s.fx.click("#take-T1 .take-name");
            assertEquals(Optional.of("T1"), line(s, 0).chosen());
            Fx.run(() -> ((Button) s.side.lookup("#take-T1").lookupAll(".star").stream().skip(3).findFirst().orElseThrow()).fire());
            assertEquals(4, own(s, 0).stars().get("T1"));
            s.fx.key(KeyCode.SHIFT, KeyCode.K);
            assertTrue(own(s, 0).locked());
            s.fx.key(KeyCode.F);
            assertTrue(own(s, 0).flagged());
            s.fx.key(KeyCode.DIGIT2);
            assertEquals(2, own(s, 0).stars().get("T1"));
            s.fx.key(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
            assertEquals(Optional.of("T2"), line(s, 0).chosen());
            Fx.run(() -> s.side.lookup("#take-T3").requestFocus());
            s.fx.key(KeyCode.DELETE);
            assertEquals(2, line(s, 0).takes().size());
            Fx.run(s.session::undo);
            assertEquals(3, line(s, 0).takes().size());
            for (var scheme : new Theme.Scheme[] {Theme.Scheme.LIGHT, Theme.Scheme.DARK}) {
                Fx.run(() -> s.session.services().theme().choose(scheme));
                s.fx.png("line-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png");
            }
        }
    }

    /** One length everywhere: the take is shorter on the timeline, and its row says why. */
    @Test
    void theTakeInUseSaysItsSpeedAndTrim() throws Exception {
        try (var s = open()) {
            var id = line(s, 0).id();
            Fx.run(() -> s.session.edit(ClipSpeeds.to(List.of(id), 1.25, Ripple.ALL)));
            var clip = Arrangement.millis(s.session.document(), line(s, 0));
            var take = line(s, 0).takes().getLast();
            assertEquals(List.of(TimeFormat.seconds((double) take.samples() / take.rate()) + " · 1.25× = " + TimeFormat.seconds(clip / 1000.0)), edited(s));
            Fx.run(() -> s.session.edit(TakeEdits.trim(id, 100, 0)));
            assertTrue(edited(s).getFirst().startsWith("trimmed to "), edited(s).toString());
            Fx.run(() -> s.session.edit(ClipSpeeds.to(List.of(id), 1, Ripple.ALL)));
            assertEquals(List.of("trimmed to " + TimeFormat.seconds(Arrangement.millis(s.session.document(), line(s, 0)) / 1000.0)), edited(s));
        }
    }

    private static List<String> edited(SideScene s) throws Exception {
        Fx.settle();
        return Fx.call(() -> s.side.lookupAll(".take-row .edited").stream().map(n -> ((Labeled) n).getText()).toList());
    }

    @Test
    void whatWasHeardInsteadIsBelowItsTake() throws Exception {
        try (var s = open()) {
            Fx.run(() -> Heard.text(s.session, line(s, 0), "Did you see a cat?"));
            s.select(1);
            s.select(0);
            var below = Fx.call(() -> s.side.lookup("#take-T3").lookupAll(".finding").stream().map(n -> ((Labeled) n).getText()).toList());
            assertEquals(List.of("Heard \"a cat\" instead of \"that\"."), below);
            assertTrue(Fx.call(() -> s.side.lookup("#take-T1").lookupAll(".finding").isEmpty()));
        }
    }

    @Test
    void retriesUntilTheWordsAreRightAreSetAndInherited() throws Exception {
        try (var s = open()) {
            ChoiceBox<OptionalInt> times = s.fx.find("#line-retries");
            assertEquals("as in the project (no)", Fx.call(() -> times.getConverter().toString(times.getValue())));
            Fx.run(() -> times.setValue(OptionalInt.of(3)));
            assertEquals(OptionalInt.of(3), own(s, 0).wordRetries());
            s.select(0, 1);
            assertNull(Fx.call(times::getValue), "the lines differ");
            Fx.run(() -> times.setValue(OptionalInt.empty()));
            assertEquals(OptionalInt.empty(), own(s, 0).wordRetries());
            assertEquals(OptionalInt.empty(), own(s, 1).wordRetries());
        }
    }

    @Test
    void deliveryIsInheritedSetAndReset() throws Exception {
        try (var s = open()) {
            Fx.run(() -> s.session.edit(ProjectEdits.speakerDelivery(line(s, 0).speaker(), new Delivery(0.7, null, null, null))));
            var field = (TextField) s.side.lookup("#delivery-temperature .inline-field");
            assertEquals("0.7", field.getText());
            assertTrue(s.side.lookupAll("#delivery-temperature .label").stream().anyMatch(n -> ((Labeled) n).getText().equals("from Ann")));
            Fx.run(field::requestFocus);
            s.fx.key(KeyCode.CONTROL, KeyCode.A);
            s.fx.type("0.55");
            s.fx.key(KeyCode.ENTER);
            assertEquals(0.55, line(s, 0).delivery().temperature());
            s.fx.click("#delivery-temperature .icon-button");
            assertNull(line(s, 0).delivery().temperature());
            Fx.run(() -> ((Slider) s.side.lookup("#delivery-top_k .slider")).setValue(77));
            assertEquals(77, line(s, 0).delivery().topK());
            s.fx.click("#preset-clone");
            assertEquals(Delivery.CLONE, line(s, 0).delivery());
            assertEquals("Temperature: was 0.9, now 0.6", ((Labeled) s.side.lookup("#changes .bad")).getText());
        }
    }

    @Test
    void starsAreGivenByKeysAndTheKeyboardStaysThere() throws Exception {
        try (var s = open()) {
            Fx.run(() -> s.side.lookup("#take-T2 .stars").requestFocus());
            s.fx.key(KeyCode.RIGHT);
            s.fx.key(KeyCode.RIGHT);
            s.fx.key(KeyCode.RIGHT);
            s.fx.key(KeyCode.LEFT);
            assertEquals(2, own(s, 0).stars().get("T2"));
            s.fx.click("#take-T2 .take-name");
            s.fx.click("#take-T2 .icon-button");
            assertTrue(Fx.call(() -> s.session.player().isAuditioning()) || s.session.services().notices().all().isEmpty());
        }
    }

    @Test
    void aSpeakersDeliveryIsSetOnItsCard() throws Exception {
        try (var s = open()) {
            s.fx.click("#tab-voices");
            s.menu(0, "voices-delivery");
            s.fx.click("#voice-0 #preset-clone");
            assertEquals(Delivery.CLONE, s.speaker(0).delivery());
            s.fx.png("voices-delivery.png");
            Fx.run(() -> s.side.show("line"));
            assertTrue(s.side.lookupAll("#delivery-temperature .label").stream().anyMatch(n -> ((Labeled) n).getText().equals("from Ann")));
        }
    }

    @Test
    void severalLinesAtOnceShowWhatDiffers() throws Exception {
        try (var s = open()) {
            Fx.run(() -> s.session.edit(TestEdits.delivery(List.of(line(s, 1).id()), new Delivery(0.3, null, 4000, 7L))));
            s.select(0, 1, 2);
            assertEquals("3 lines", ((Labeled) s.side.lookup("#line-title")).getText());
            var field = (TextField) s.side.lookup("#delivery-temperature .inline-field");
            assertEquals("", field.getText());
            assertEquals("mixed", field.getPromptText());
            s.fx.png("line-many.png");
            s.fx.click("#preset-greedy");
            for (int i = 0; i < 3; i++) assertEquals(0.0, line(s, i).delivery().temperature());
            assertEquals(4000, line(s, 1).delivery().maxMillis(), "a preset leaves length and seed");
            s.fx.click("#takes-flag");
            for (int i = 0; i < 3; i++) assertTrue(own(s, i).flagged());
            Fx.run(s.session::undo);
            for (int i = 0; i < 3; i++) assertFalse(own(s, i).flagged());
        }
    }

    @Test
    void whatHasChangedIsSaidAndCanBeAccepted() throws Exception {
        try (var s = open()) {
            Fx.run(() -> s.session.edit(TestEdits.text("Type", line(s, 0).id(), "Did you hear that?")));
            assertEquals("Text: was “Did you see that?”, now “Did you hear that?”", ((Labeled) s.side.lookup("#changes .bad")).getText());
            s.fx.png("line-stale.png");
            s.fx.click("#accept");
            assertEquals(new Staleness.Fresh(), s.session.staleness(line(s, 0).id()));
            assertFalse(s.side.lookup("#changes").isVisible());
        }
    }

    @Test
    void takesAreComparedInTheirPlaceAndTheHeardOneUsed() throws Exception {
        try (var s = open()) {
            s.fx.key(KeyCode.SHIFT, KeyCode.C);
            Fx.until(() -> s.lookup("#compare") != null, 8000);
            assertTrue(Fx.call(() -> s.session.player().isAuditioning()));
            s.fx.png("line-compare.png");
            var panel = (ComparePanel) s.lookup("#compare");
            assertEquals("T3", panel.heard());
            s.fx.key(KeyCode.TAB);
            assertEquals("T1", panel.heard());
            s.fx.key(KeyCode.DOWN);
            assertEquals("T2", panel.heard());
            s.fx.key(KeyCode.UP);
            assertTrue(Fx.call(() -> s.session.player().isAuditioning()), "switching does not stop it");
            s.fx.key(KeyCode.ENTER);
            assertEquals(Optional.of("T1"), line(s, 0).chosen());
            assertNull(s.lookup("#compare"));
            Fx.until(() -> !s.session.player().isAuditioning(), 3000);
        }
    }

    @Test
    void comparingStopsAndGoesOnWithSpace() throws Exception {
        try (var s = open()) {
            var before = Fx.call(() -> s.fx.stage.getScene().getFocusOwner());
            s.fx.key(KeyCode.SHIFT, KeyCode.C);
            Fx.until(() -> s.lookup("#compare") != null && s.session.player().isAuditioning(), 8000);
            s.fx.key(KeyCode.SPACE);
            Fx.until(() -> !s.session.player().isAuditioning(), 3000);
            assertFalse(Fx.call(() -> s.session.player().playingProperty().get()));
            s.fx.key(KeyCode.SPACE);
            assertTrue(Fx.call(() -> s.session.player().isAuditioning()));
            s.fx.key(KeyCode.ESCAPE);
            assertEquals(before, Fx.call(() -> s.fx.stage.getScene().getFocusOwner()), "the keyboard is where it was");
        }
    }

    private static void press(SideScene s, String button) throws Exception {
        Fx.run(() -> ((Button) s.lookup(button)).fire());
        Fx.settle();
    }

    private static List<String> names(SideScene s, String css) throws Exception {
        return Fx.call(() -> s.side.lookupAll(css).stream().map(n -> ((Labeled) n).getText()).toList());
    }

    /** A number belongs to its take: after deleting, undoing and making more, too. */
    @Test
    void takesKeepTheirNumbers() throws Exception {
        try (var s = open()) {
            Fx.run(() -> ((Button) s.side.lookup("#take-T2").lookupAll(".icon-button").stream().reduce((a, b) -> b).orElseThrow()).fire());
            Fx.settle();
            assertEquals(List.of("Take 3", "Take 1"), names(s, ".take-name"));
            s.fx.key(KeyCode.SHIFT, KeyCode.C);
            Fx.until(() -> s.lookup("#compare") != null, 8000);
            assertEquals(List.of("1", "3"), names(s, "#compare .button-chip").stream().map(t -> t.replaceAll("Take ([0-9]+).*", "$1")).toList());
            s.fx.key(KeyCode.ESCAPE);
            // The newest goes, too; the next one does not take its number, for undo may bring it back.
            Fx.run(() -> s.session.edit(TakeEdits.delete(line(s, 0).id(), "T3")));
            Fx.run(() -> {
                SessionFixture.arrive(s.session, line(s, 0));
                s.session.refresh();
            });
            Fx.settle();
            assertEquals(List.of("Take 4", "Take 1"), names(s, ".take-name"));
            Fx.run(s.session::undo);
            Fx.run(s.session::undo);
            Fx.settle();
            assertEquals(List.of("Take 4", "Take 3", "Take 2", "Take 1"), names(s, ".take-name"));
        }
    }

    @Test
    void theSoundingTakeOfALockedLineIsDeletedOnlyWhenSaidSo() throws Exception {
        try (var s = open()) {
            Fx.run(() -> s.session.edit(TakeEdits.lock(List.of(line(s, 0).id()), true)));
            Fx.settle();
            Fx.run(() -> s.side.lookup("#take-T3").requestFocus());
            s.fx.key(KeyCode.DELETE);
            assertEquals(3, line(s, 0).takes().size());
            press(s, "#no");
            assertEquals(3, line(s, 0).takes().size());
            Fx.run(() -> s.side.lookup("#take-T3").requestFocus());
            s.fx.key(KeyCode.DELETE);
            press(s, "#yes");
            assertEquals(List.of("T1", "T2"), line(s, 0).takes().stream().map(studio.parley.dialogue.Take::id).toList());
            // Another one than the lock holds goes at once.
            Fx.run(() -> s.side.lookup("#take-T1").requestFocus());
            s.fx.key(KeyCode.DELETE);
            assertEquals(1, line(s, 0).takes().size());
        }
    }

    @Test
    void whatALineHearsIsListedPinnedAndLeftOut() throws Exception {
        try (var s = new SideScene(home, 0)) {
            s.give(0, "ann.wav");
            Fx.run(() -> {
                s.session.speech().load();
                s.session.speech().render(List.of(line(s, 0).id(), line(s, 1).id()), 1);
            });
            Fx.until(() -> line(s, 0).sounding().isPresent() && line(s, 1).sounding().isPresent(), 60_000);
            s.select(2);
            s.fx.click("#tab-line");
            Fx.until(() -> s.side.lookupAll(".heard-row").size() == 3, 20_000);
            var first = s.session.document().lines().getFirst().id();
            Fx.run(() -> s.side.lookupAll(".heard-row .mark").stream().map(n -> (ToggleButton) n).findFirst().orElseThrow().fire());
            assertTrue(own(s, 2).listening().pinned().contains(first));
            Fx.until(() -> s.side.lookupAll(".heard-row .mark").stream().map(n -> (ToggleButton) n).anyMatch(ToggleButton::isSelected), 20_000);
            s.fx.png("line-heard.png");
            Fx.run(() -> s.side.lookupAll(".heard-row .mark").stream().map(n -> (ToggleButton) n).skip(1).findFirst().orElseThrow().fire());
            assertTrue(own(s, 2).listening().excluded().contains(first));
            Fx.until(() -> s.side.lookup(".heard-row.left-out") != null, 20_000);
            var rows = Fx.call(() -> s.side.lookupAll(".heard-row").stream().map(n -> ((Labeled) n.lookup(".label")).getText()).toList());
            assertTrue(rows.get(0).startsWith("Ann") && rows.get(1).startsWith("1 ") && rows.get(2).startsWith("2 "), rows.toString());
            // A clip is as long here as on the speaker's card.
            var length = Fx.call(() -> s.side.lookupAll(".heard-row .subtle").stream().map(n -> ((Labeled) n).getText()).findFirst().orElseThrow());
            s.fx.click("#tab-voices");
            Fx.until(() -> s.side.lookupAll(".voice-header .numbers").stream().anyMatch(n -> ((Labeled) n).getText().equals(length)), 8000);
            s.fx.key(KeyCode.T);
            Fx.until(() -> line(s, 2).sounding().isPresent(), 60_000);
        }
    }
}
