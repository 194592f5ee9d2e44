package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.studio.document.edit.ProjectEdits;
import studio.parley.studio.document.journal.Project;

/** What is acknowledged has reached the disk itself, not only the system's memory: seen by the flight recorder. */
class ForcedTest {
    @TempDir
    Path temp;

    @Name("parley.Acknowledged")
    static class Acknowledged extends Event {}

    @Test
    void nothingIsAcknowledgedBeforeTheDiskHasIt() throws Exception {
        var root = temp.resolve("forced.parley");
        try (var project = Project.create(root, Documents.lighthouse()); var recording = recording()) {
            for (int i = 0; i < 3; i++) {
                project.edit(ProjectEdits.title("" + i)).join();
                new Acknowledged().commit();
            }
            assertEquals(List.of("FileForce", "Acknowledged", "FileForce", "Acknowledged", "FileForce", "Acknowledged"), happened(recording, "journal"));
        }
    }

    @Test
    void aSaveIsForcedBeforeItTakesTheOldOnesPlace() throws Exception {
        var root = temp.resolve("saved.parley");
        try (var project = Project.create(root, Documents.lighthouse())) {
            project.edit(ProjectEdits.title("Other")).join();
            try (var recording = recording()) {
                project.save().join();
                new Acknowledged().commit();
                for (var file : List.of("journal", "project.json")) {
                    var events = happened(recording, file);
                    assertTrue(events.lastIndexOf("FileForce") > events.lastIndexOf("FileWrite"), file + ": " + events);
                    assertEquals("Acknowledged", events.getLast());
                }
            }
        }
    }

    private static Recording recording() {
        var recording = new Recording();
        recording.enable("jdk.FileWrite").withoutThreshold();
        recording.enable("jdk.FileForce").withoutThreshold();
        recording.enable("parley.Acknowledged");
        recording.start();
        return recording;
    }

    /** What was done to files whose name begins so, and the acknowledgements, in order. */
    private List<String> happened(Recording recording, String name) throws IOException {
        var file = temp.resolve(name + ".jfr");
        recording.dump(file);
        var events = new ArrayList<>(RecordingFile.readAllEvents(file));
        events.sort(Comparator.comparing(RecordedEvent::getEndTime));
        return events.stream().filter(e -> !e.hasField("path") || e.getString("path") != null
                && Path.of(e.getString("path")).getFileName().toString().startsWith(name))
                .map(e -> e.getEventType().getName().replaceFirst(".*\\.", "")).toList();
    }
}
