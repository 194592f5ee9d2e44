package studio.parley.studio.project.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.parley.onnx.FakeCard;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.model.ProjectSettings;

/** A graphics card that fails at any moment costs nothing but time: the takes are those of the processor. */
class CardFallbackTest {
    private static final String LOST = "CUDA failure 719: unspecified launch failure ; file=/onnxruntime_src/x.cc";
    private static final List<String> LINES = List.of("L1", "L2", "L3", "L4");

    @TempDir
    Path home;

    private List<String> clips(ProjectFixture fixture) {
        // Each installation has a watermark of its own.
        fixture.project.edit(ProjectEdits.settings("Watermark", ProjectSettings.FRESH.withSeed(1).withWatermark(false)));
        fixture.rendering.render(LINES, 2);
        fixture.untilIdle();
        assertTrue(fixture.events.contains(new RenderingEvent.Finished(4, 0)), fixture.events.toString());
        return LINES.stream().flatMap(l -> fixture.project.document().line(l).orElseThrow().takes().stream()).map(t -> t.clip()).toList();
    }

    private List<String> onProcessor() {
        try (var fixture = new ProjectFixture(home.resolve("cpu"), ProjectFixture.document())) {
            return clips(fixture);
        }
    }

    private void check(FakeCard failing, int sentences) {
        var said = new ArrayList<String>();
        try (var card = failing; var fixture = new ProjectFixture(home.resolve("card"), ProjectFixture.document(), "auto")) {
            fixture.model.onFallback(said::add);
            said.addAll(fixture.model.notices());
            assertEquals(onProcessor(), clips(fixture));
            assertEquals(sentences, said.size(), said::toString);
            assertEquals(sentences > 0, fixture.model.describe().endsWith(", cpu)"), fixture.model::describe);
            assertTrue(said.stream().allMatch(s -> s.startsWith("The graphics card cannot be used (it reported an error and stopped)")), said::toString);
        }
    }

    @Test
    void theFakeCardComputesTheSame() {
        check(FakeCard.working(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aCardThatCannotBeLoaded(int load) {
        check(FakeCard.failingAtLoad(load, LOST), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12, 25, 40})
    void aCardThatFailsInTheMiddle(int run) {
        check(FakeCard.failingAtRun(run, LOST), 1);
    }
}
