package studio.parley.studio.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding the card with a program of the name nvidia-smi, or with what the kernel writes. */
class CardProbeTest {
    @TempDir
    Path folder;

    private CardProbe probe() {
        return new CardProbe(Map.of("PATH", "relative:" + folder.resolve("bin")), folder, false);
    }

    private void program(String script) throws Exception {
        var file = Files.createDirectories(folder.resolve("bin")).resolve("nvidia-smi");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void text(String path, String text) throws Exception {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theProgramOfTheDriverIsAsked() throws Exception {
        program("[ \"$LC_ALL\" = C ] && echo \"$@\" >" + folder.resolve("asked") + " && echo 'NVIDIA GeForce RTX 4090, 24564, 550.54.14'");
        var found = probe().find();
        assertEquals(Optional.of(new Card("NVIDIA GeForce RTX 4090", 24564L << 20, "550.54.14")), found.card());
        assertFalse(found.isWithoutDriver());
        assertEquals("NVIDIA GeForce RTX 4090, 24 GB", found.card().get().words());
        assertEquals("--query-gpu=name,memory.total,driver_version --format=csv,noheader,nounits", Files.readString(folder.resolve("asked")).strip());
    }

    @Test
    void otherAnswersAreNone() throws Exception {
        for (var answer : List.of("", "No devices were found", "Failed to initialize NVML: Driver/library version mismatch", "name, memory.total [MiB], driver_version", "A, B, C",
                "RTX, 1, 5", "<html>, 10, 1.2.3.4.5.6", "RTX, -1, 550.1", "RTX, 99999999999, 550.1")) assertEquals(List.of(), CardProbe.cards(answer), answer);
        assertEquals(List.of(new Card("Tesla T4", 15360L << 20, "525.60"), new Card("GB10", 0, "580.1.2")), CardProbe.cards("Tesla T4, 15360, 525.60\r\nGB10, [N/A], 580.1.2\n"));
        program("exit 9");
        assertEquals(Optional.empty(), probe().find().card());
        program("head -c 200000 /dev/zero | tr '\\\\0' x");
        assertEquals(Optional.empty(), probe().find().card());
    }

    @Test
    void theKernelKnowsItToo() throws Exception {
        text("proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  535.183.01  Release Build  (x)\nGCC version:  gcc\n");
        text("proc/driver/nvidia/gpus/0000:01:00.0/information", "Model: \t\t NVIDIA RTX A2000\nIRQ:   142\n");
        assertEquals(Optional.of(new Card("NVIDIA RTX A2000", 0, "535.183.01")), probe().find().card());
    }

    @Test
    void aCardWithoutADriverIsSeen() throws Exception {
        assertFalse(probe().find().isWithoutDriver());
        text("sys/bus/pci/devices/0000:00:02.0/vendor", "0x8086\n");
        text("sys/bus/pci/devices/0000:00:02.0/class", "0x030000\n");
        text("sys/bus/pci/devices/0000:01:00.1/vendor", "0x10de\n");
        text("sys/bus/pci/devices/0000:01:00.1/class", "0x040300\n");
        assertFalse(probe().find().isWithoutDriver(), "a sound device of NVIDIA's");
        text("sys/bus/pci/devices/0000:01:00.0/vendor", "0x10de\n");
        text("sys/bus/pci/devices/0000:01:00.0/class", "0x030200\n");
        assertTrue(probe().find().isWithoutDriver());
    }

    @Test
    void driversAreComparedByTheirNumbers() {
        for (var old : List.of("470.256.02", "525.60.12", "525.60", "99.1")) assertTrue(new Card("x", 0, old).isDriverTooOld(false), old);
        for (var good : List.of("525.60.13", "525.147.05", "1000.1", "550.54.14")) assertFalse(new Card("x", 0, good).isDriverTooOld(false), good);
        assertTrue(new Card("x", 0, "527.40").isDriverTooOld(true));
        assertFalse(new Card("x", 0, "527.41").isDriverTooOld(true));
    }

    @Test
    void theMemoryDecidesThePrecision() {
        assertEquals(List.of("fp16", "fp16", "int8", "int4"), List.of(24L << 30, 6L << 30, 4L << 30, 2L << 30).stream().map(m -> new Card("x", m, "550.1").precision()).toList());
        assertEquals("x, 140 GB", new Card("x", 143771L << 20, "550.1").words());
        assertEquals("x", new Card("x", 0, "550.1").words());
    }
}
