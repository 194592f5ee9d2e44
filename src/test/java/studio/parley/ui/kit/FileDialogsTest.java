package studio.parley.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileDialogsTest {
    private static boolean shows(String name) {
        return FileDialogs.filter("Sounds", List.of("*.wav", "*.mp3"), "Linux").getExtensions().stream()
                .anyMatch(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name)));
    }

    @Test
    void endingsAreShownInAnyCase() {
        for (var name : List.of("talk.wav", "TALK.WAV", "Talk.Wav", "talk.waV", "Song.Mp3")) assertTrue(shows(name), name);
        for (var name : List.of("talk.txt", "wav", "talk.wave")) assertFalse(shows(name), name);
    }

    /** They ignore case, and know no sets of characters. */
    @Test
    void othersGetPlainEndings() {
        for (var system : List.of("Windows 11", "Mac OS X")) assertEquals(List.of("*.wav"), FileDialogs.filter("Sounds", List.of("*.wav"), system).getExtensions());
    }
}
