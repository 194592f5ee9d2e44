package studio.parley.studio.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;
import studio.parley.studio.document.edit.LineEdits;
import studio.parley.studio.document.journal.Project;
import studio.parley.studio.document.journal.TakeAdded;
import studio.parley.studio.document.model.Document;

class ReadOnlyTest {
    @TempDir
    Path temp;
    private Path root;
    private Document document;

    @BeforeEach
    void project() {
        root = temp.resolve("x.parley");
        try (var project = Project.create(root, Documents.lighthouse())) {
            project.edit(LineEdits.type("L1", "Saved.")).join();
            project.save().join();
            project.edit(LineEdits.type("L2", "Only in the journal.")).join();
            document = project.document();
        }
    }

    private Map<Path, FileTime> files() throws IOException {
        var out = new TreeMap<Path, FileTime>();
        try (var all = Files.walk(root)) {
            for (var file : all.toList()) out.put(file, Files.getLastModifiedTime(file));
        }
        return out;
    }

    @Test
    void isShownAndNothingInItChanges() throws IOException {
        var before = files();
        var opened = Project.openReadOnly(root);
        try (var project = opened.project()) {
            assertTrue(project.isReadOnly());
            assertEquals(document, project.document());
            assertEquals(java.util.List.of(), opened.notices());
            for (var change : java.util.List.of(project.edit(LineEdits.type("L1", "Other.")), project.undo(), project.redo(), project.goTo(1), project.save(),
                    project.arrive(new TakeAdded("L1", Documents.take("T1", "a"), Optional.empty())))) {
                assertInstanceOf(Problem.class, assertThrows(CompletionException.class, change::join).getCause());
            }
            assertEquals(document, project.document());
            assertFalse(project.isDirty());
            var fresh = project.clipStore().put(Pcm.silence(24_000, 1, 100));
            project.clipStore().putSidecar(fresh, "peaks", new byte[] {1});
            assertTrue(project.clipStore().isWhole(fresh) && project.clipStore().sidecar(fresh, "peaks").isPresent());
            assertTrue(project.clipStore().list().contains(fresh));
            assertFalse(project.clipStore().file(fresh).startsWith(root));
        }
        assertEquals(before, files());
        try (var project = Project.open(root).project()) {
            assertEquals(document, project.document());
        }
    }

    @Test
    void damageIsToldAndLeftWhereItIs() throws IOException {
        Files.writeString(root.resolve("project.json"), "{");
        var before = files();
        var opened = Project.openReadOnly(root);
        opened.project().close();
        assertEquals(document, opened.project().document());
        assertEquals(1, opened.notices().size());
        assertEquals(before, files());
    }

    @Test
    void whoeverWorksOnItComesFirst() {
        try (var project = Project.open(root).project()) {
            assertThrows(Problem.class, () -> Project.openReadOnly(root));
        }
        Project.openReadOnly(root).project().close();
    }

    @Test
    void permissionsDecide() throws IOException {
        assumeTrue(Files.getFileStore(root).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeTrue(!Files.isWritable(root), "whoever may write everywhere");
            try (var project = Project.open(root).project()) {
                assertTrue(project.isReadOnly());
                assertEquals(document, project.document());
            }
        } finally {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
