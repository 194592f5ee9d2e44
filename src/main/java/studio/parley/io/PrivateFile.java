package studio.parley.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** A small file that only its owner can read. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Writes it completely or not at all, replacing an older one; at no moment can others read it. The folders above it are made. */
    public static void write(Path file, String text) {
        var folder = Disk.folder(Disk.parent(file));
        try {
            var part = temporary(folder);
            try {
                Files.writeString(part, text);
                Disk.force(part);
                Disk.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw IoProblem.of("write", file, e);
        }
    }

    /** The same for a file that must not replace another. */
    public static void create(Path file, String text) throws IOException {
        var part = temporary(Disk.folder(Disk.parent(file)));
        try {
            Files.writeString(part, text);
            Disk.force(part);
            // A move replaces what is there, but for Windows, where links need rights that users lack.
            if (isPosix(part)) Files.createLink(file, part);
            else Files.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean isPosix(Path at) throws IOException {
        return Files.getFileStore(at).supportsFileAttributeView("posix");
    }

    private static Path temporary(Path folder) throws IOException {
        if (isPosix(folder)) {
            return Files.createTempFile(folder, "", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        var part = Files.createTempFile(folder, "", ".part");
        var acl = Files.getFileAttributeView(part, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(Files.getOwner(part))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
        return part;
    }
}
