package studio.parley.audio.store;

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
import studio.parley.audio.Tones;
import studio.parley.audio.pcm.Pcm;
import studio.parley.problem.Problem;

class ClipStoreTest {
    @TempDir
    Path folder;

    private final Pcm sound = Pcm.mono(24000, Tones.left(24000, 500));

    @Test
    void keepsByContent() {
        var clipStore = new ClipStore(folder.resolve("clips"));
        assertEquals(Set.of(), clipStore.list());
        var id = clipStore.put(sound);
        assertEquals(id, clipStore.put(sound));
        assertEquals(sound, clipStore.get(id));
        assertEquals(Set.of(id), clipStore.list());
        assertNotEquals(id, ClipId.of(Pcm.mono(48000, sound.raw(0))));
    }

    @Test
    void aDamagedClipIsAbsentAndCanBePutAgain() throws Exception {
        var clipStore = new ClipStore(folder);
        var id = clipStore.put(sound);
        var bytes = Files.readAllBytes(clipStore.file(id));
        for (int length : new int[] {0, 7, 40, 700, bytes.length - 1}) {
            Files.write(clipStore.file(id), Arrays.copyOf(bytes, length));
            assertTrue(clipStore.find(id).isEmpty());
            assertThrows(Problem.class, () -> clipStore.get(id));
            clipStore.put(sound);
            assertEquals(sound, clipStore.get(id));
        }
    }

    @Test
    void sidecars() throws Exception {
        var clipStore = new ClipStore(folder);
        var id = clipStore.put(sound);
        assertTrue(clipStore.sidecar(id, "codes").isEmpty());
        clipStore.putSidecar(id, "codes", new byte[] {1, 2});
        clipStore.putSidecar(id, "codes", new byte[] {3});
        assertArrayEquals(new byte[] {3}, clipStore.sidecar(id, "codes").orElseThrow());
        Files.write(folder.resolve(id.hex().substring(0, 2)).resolve(id.hex() + ".peaks"), new byte[0]);
        assertTrue(clipStore.sidecar(id, "peaks").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> clipStore.putSidecar(id, "../x", new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> clipStore.putSidecar(id, "wav", new byte[1]));
    }

    @Test
    void manyThreadsMayPutTheSame() throws Exception {
        var clipStore = new ClipStore(folder);
        var sounds = IntStream.range(0, 40).mapToObj(i -> Pcm.mono(24000, Tones.sine(24000, 300, 100 + i % 4, 0.5))).toList();
        var ids = sounds.parallelStream().map(clipStore::put).toList();
        assertEquals(4, Set.copyOf(ids).size());
        for (var id : ids) assertTrue(clipStore.find(id).isPresent());
        try (var files = Files.walk(folder)) {
            assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")));
        }
    }

    @Test
    void aFullDiskLeavesNoLitter() throws Exception {
        try (var disk = com.google.common.jimfs.Jimfs.newFileSystem(com.google.common.jimfs.Configuration.unix().toBuilder().setMaxSize(1 << 20).build())) {
            var clipStore = new ClipStore(disk.getPath("/work/audio"));
            var id = clipStore.put(Pcm.silence(24_000, 1, 1000));
            assertThrows(Problem.class, () -> clipStore.put(Pcm.silence(24_000, 1, 1 << 20)));
            assertThrows(Problem.class, () -> clipStore.putSidecar(id, "peaks", new byte[2 << 20]));
            try (var files = Files.walk(clipStore.folder())) {
                assertEquals(List.of(clipStore.file(id)), files.filter(Files::isRegularFile).toList());
            }
        }
    }

    @Test
    void aClipThatWasTakenOffIsGoneWithAllThatLayBesideIt() {
        var clipStore = new ClipStore(folder);
        var id = clipStore.put(sound);
        var other = clipStore.put(sound.times(0.5));
        clipStore.putSidecar(id, "codes", new byte[] {1});
        clipStore.putSidecar(other, "codes", new byte[] {2});
        assertEquals(List.of(id.hex() + ".codes", id.hex() + ".wav"), clipStore.files(id).stream().map(f -> f.getFileName().toString()).toList());
        clipStore.remove(id);
        assertEquals(List.of(), clipStore.files(id));
        assertEquals(Set.of(other), clipStore.list());
        assertEquals(2, clipStore.files(other).size());
        clipStore.remove(id);
    }

    /** A clip is read once; when its file changes it is read again. */
    @Test
    void whatIsWholeIsLookedAtAgainWhenItChanges() throws Exception {
        var clipStore = new ClipStore(folder);
        var id = clipStore.put(sound);
        assertTrue(clipStore.isWhole(id));
        assertTrue(clipStore.isWhole(id.hex()));
        assertFalse(clipStore.isWhole("no name of a clip"));
        var bytes = Files.readAllBytes(clipStore.file(id));
        bytes[bytes.length - 1] ^= 1;
        Files.write(clipStore.file(id), bytes);
        Files.setLastModifiedTime(clipStore.file(id), FileTime.fromMillis(1_000_000));
        assertFalse(clipStore.isWhole(id));
        Files.delete(clipStore.file(id));
        assertFalse(clipStore.isWhole(id));
    }

    /** A project that is only read: what is new goes elsewhere and is found first; nothing in the folder changes. */
    @Test
    void aShelfThatOnlyReadsKeepsWhatIsNewElsewhere() throws Exception {
        var own = folder.resolve("own");
        var old = new ClipStore(own).put(sound);
        new ClipStore(own).putSidecar(old, "codes", new byte[] {1});
        var reading = new ClipStore(own, folder.resolve("fresh"));
        var made = reading.put(sound.times(0.5));
        reading.putSidecar(old, "codes", new byte[] {2});
        assertEquals(Set.of(old, made), reading.list());
        assertEquals(sound, reading.get(old));
        assertArrayEquals(new byte[] {2}, reading.sidecar(old, "codes").orElseThrow());
        assertEquals(2, reading.files(old).size());
        reading.remove(old);
        assertEquals(sound, reading.get(old));
        assertArrayEquals(new byte[] {1}, new ClipStore(own).sidecar(old, "codes").orElseThrow());
        assertEquals(Set.of(old), new ClipStore(own).list());
        reading.removeFresh();
        assertEquals(Set.of(old), reading.list());
        new ClipStore(own).removeFresh();
        assertEquals(Set.of(old), new ClipStore(own).list());
    }

    @Test
    void anEmptyClipIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new ClipStore(folder).put(Pcm.silence(24000, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> new ClipId("abc"));
    }
}
