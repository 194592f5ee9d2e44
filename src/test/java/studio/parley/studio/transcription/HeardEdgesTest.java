package studio.parley.studio.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.parley.studio.transcription.HeardWords.Edge;

class HeardEdgesTest {
    private static Map<Edge, String> edges(String written, String heard) {
        return HeardWords.of(written, heard).edges();
    }

    @Test
    void whatIsTooMuchAtEitherEndIsNamed() {
        assertEquals(Map.of(), edges("We saw the lights.", "we saw the lights"));
        assertEquals(Map.of(Edge.SAID_AFTER, "again tonight"), edges("We saw the lights.", "We saw the lights again tonight"));
        assertEquals(Map.of(Edge.WRITTEN_AFTER, "again tonight"), edges("We saw the lights again tonight.", "We saw the lights."));
        assertEquals(Map.of(Edge.SAID_BEFORE, "Suddenly"), edges("We saw the lights.", "Suddenly we saw the lights."));
        assertEquals(Map.of(Edge.WRITTEN_BEFORE, "Suddenly"), edges("Suddenly we saw the lights.", "We saw the lights."));
        assertEquals(Map.of(Edge.SAID_BEFORE, "Suddenly", Edge.WRITTEN_AFTER, "tonight"), edges("We saw the lights tonight.", "Suddenly we saw the lights."));
        assertEquals(Map.of(), edges("We saw the lights.", "We saw old lights."));
    }
}
