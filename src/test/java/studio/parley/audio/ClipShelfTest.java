package studio.parley.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.parley.problem.Problem;

class ClipShelfTest {
    @TempDir
    Path folder;

    private final Pcm sound = Pcm.mono(24000, Tones.left(24000, 500));

    @Test
    void keepsByContent() {
        var shelf = new ClipShelf(folder.resolve("shelf"));
        assertEquals(Set.of(), shelf.list());
        var id = shelf.put(sound);
        assertEquals(id, shelf.put(sound));
        assertEquals(sound, shelf.get(id));
        assertEquals(Set.of(id), shelf.list());
        assertNotEquals(id, ClipId.of(Pcm.mono(48000, sound.raw(0))));
    }

    @Test
    void aDamagedClipIsAbsentAndCanBePutAgain() throws Exception {
        var shelf = new ClipShelf(folder);
        var id = shelf.put(sound);
        var bytes = Files.readAllBytes(shelf.file(id));
        for (int length : new int[] {0, 7, 40, 700, bytes.length - 1}) {
            Files.write(shelf.file(id), Arrays.copyOf(bytes, length));
            assertTrue(shelf.find(id).isEmpty());
            assertThrows(Problem.class, () -> shelf.get(id));
            shelf.put(sound);
            assertEquals(sound, shelf.get(id));
        }
    }

    @Test
    void sidecars() throws Exception {
        var shelf = new ClipShelf(folder);
        var id = shelf.put(sound);
        assertTrue(shelf.sidecar(id, "codes").isEmpty());
        shelf.putSidecar(id, "codes", new byte[] {1, 2});
        shelf.putSidecar(id, "codes", new byte[] {3});
        assertArrayEquals(new byte[] {3}, shelf.sidecar(id, "codes").orElseThrow());
        Files.write(folder.resolve(id.hex().substring(0, 2)).resolve(id.hex() + ".peaks"), new byte[0]);
        assertTrue(shelf.sidecar(id, "peaks").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> shelf.putSidecar(id, "../x", new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> shelf.putSidecar(id, "wav", new byte[1]));
    }

    @Test
    void manyThreadsMayPutTheSame() throws Exception {
        var shelf = new ClipShelf(folder);
        var sounds = IntStream.range(0, 40).mapToObj(i -> Pcm.mono(24000, Tones.sine(24000, 300, 100 + i % 4, 0.5))).toList();
        var ids = sounds.parallelStream().map(shelf::put).toList();
        assertEquals(4, Set.copyOf(ids).size());
        for (var id : ids) assertTrue(shelf.find(id).isPresent());
        try (var files = Files.walk(folder)) {
            assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void aFullDiskLeavesNoLitter() throws Exception {
        try (var disk = com.google.common.jimfs.Jimfs.newFileSystem(com.google.common.jimfs.Configuration.unix().toBuilder().setMaxSize(1 << 20).build())) {
            var shelf = new ClipShelf(disk.getPath("/work/audio"));
            var id = shelf.put(Pcm.silence(24_000, 1, 1000));
            assertThrows(Problem.class, () -> shelf.put(Pcm.silence(24_000, 1, 1 << 20)));
            assertThrows(Problem.class, () -> shelf.putSidecar(id, "peaks", new byte[2 << 20]));
            try (var files = Files.walk(shelf.folder())) {
                assertEquals(List.of(shelf.file(id)), files.filter(Files::isRegularFile).toList());
            }
        }
    }

    @Test
    void aClipThatWasTakenOffIsGoneWithAllThatLayBesideIt() {
        var shelf = new ClipShelf(folder);
        var id = shelf.put(sound);
        var other = shelf.put(sound.times(0.5));
        shelf.putSidecar(id, "codes", new byte[] {1});
        shelf.putSidecar(other, "codes", new byte[] {2});
        assertEquals(List.of(id.hex() + ".codes", id.hex() + ".wav"), shelf.files(id).stream().map(f -> f.getFileName().toString()).toList());
        shelf.remove(id);
        assertEquals(List.of(), shelf.files(id));
        assertEquals(Set.of(other), shelf.list());
        assertEquals(2, shelf.files(other).size());
        shelf.remove(id);
    }

    /** A clip is read once; when its file changes it is read again. */
    @Test
    void whatIsWholeIsLookedAtAgainWhenItChanges() throws Exception {
        var shelf = new ClipShelf(folder);
        var id = shelf.put(sound);
        assertTrue(shelf.isWhole(id));
        assertTrue(shelf.isWhole(id.hex()));
        assertFalse(shelf.isWhole("no name of a clip"));
        var bytes = Files.readAllBytes(shelf.file(id));
        bytes[bytes.length - 1] ^= 1;
        Files.write(shelf.file(id), bytes);
        Files.setLastModifiedTime(shelf.file(id), FileTime.fromMillis(1_000_000));
        assertFalse(shelf.isWhole(id));
        Files.delete(shelf.file(id));
        assertFalse(shelf.isWhole(id));
    }

    /** A project that is only read: what is new goes elsewhere and is found first; nothing in the folder changes. */
    @Test
    void aShelfThatOnlyReadsKeepsWhatIsNewElsewhere() throws Exception {
        var own = folder.resolve("own");
        var old = new ClipShelf(own).put(sound);
        new ClipShelf(own).putSidecar(old, "codes", new byte[] {1});
        var reading = new ClipShelf(own, folder.resolve("fresh"));
        var made = reading.put(sound.times(0.5));
        reading.putSidecar(old, "codes", new byte[] {2});
        assertEquals(Set.of(old, made), reading.list());
        assertEquals(sound, reading.get(old));
        assertArrayEquals(new byte[] {2}, reading.sidecar(old, "codes").orElseThrow());
        assertEquals(2, reading.files(old).size());
        reading.remove(old);
        assertEquals(sound, reading.get(old));
        assertArrayEquals(new byte[] {1}, new ClipShelf(own).sidecar(old, "codes").orElseThrow());
        assertEquals(Set.of(old), new ClipShelf(own).list());
        reading.removeFresh();
        assertEquals(Set.of(old), reading.list());
        new ClipShelf(own).removeFresh();
        assertEquals(Set.of(old), new ClipShelf(own).list());
    }

    @Test
    void anEmptyClipIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new ClipShelf(folder).put(Pcm.silence(24000, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> new ClipId("abc"));
    }
}
