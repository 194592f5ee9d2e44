package studio.parley.studio.project.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.parley.dialogue.Conversation;
import studio.parley.dialogue.Delivery;
import studio.parley.dialogue.Line;
import studio.parley.dialogue.Speaker;
import studio.parley.studio.ClipPreset;
import studio.parley.studio.document.model.ProjectSettings;
import studio.parley.studio.project.render.Ears;

class RenderNamesTest {
    private static final Conversation TALK = new Conversation("T", List.of(speaker(0, "Ann"), speaker(1, "A/nn"), speaker(2, "Zoë"), speaker(3, "zoë")),
            List.of(Line.of("L1", 0, "Hi."), Line.of("L2", 2, "Oh.")), Delivery.INHERITED);

    private static Speaker speaker(int number, String name) {
        return new Speaker(number, name, List.of(), Delivery.INHERITED);
    }

    private static RenderNames names(String output) {
        return new RenderNames(new ScriptRenderOptions(Path.of("s.txt"), Optional.empty(), Path.of(output), Optional.empty(), ClipPreset.NONE, Delivery.INHERITED, ProjectSettings.FRESH.listening(),
                1, 2, 0, Optional.empty(), false, Ears.OFF), TALK);
    }

    /** Names of files are the same whatever language the system speaks: who renders again finds them. */
    @Test
    void takesAreNumberedInPlainDigits() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertEquals("003-Zoë-2.flac", names("out.flac").take(3, TALK.lines().get(1), 2));
            assertEquals("1000-Ann-1.wav", names("-").take(1000, TALK.lines().get(0), 1));
        } finally {
            Locale.setDefault(usual);
        }
    }

    /** On disks that see no difference between Zoë and zoë, neither overwrites the other. */
    @Test
    void everySpeakerHasAStemOfTheirOwn() {
        Map<Integer, String> stems = names("out.wav").stems();
        assertEquals("Ann.wav", stems.get(0));
        assertEquals(4, stems.values().stream().map(n -> n.toLowerCase(Locale.ROOT)).distinct().count());
        assertTrue(stems.values().stream().noneMatch(n -> n.contains("/")), stems.toString());
    }

    @Test
    void takesLieBesideTheOutput() {
        assertEquals(Path.of("out.wav.takes").toAbsolutePath(), names("out.wav").takesFolder());
    }
}
