package studio.parley.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Files that belong together: those that are committed during {@link #write} appear at its end, all of them or, if it fails or is
 * cancelled, none; then existing files are unchanged, and folders created meanwhile are removed. For the current thread.
 */
public final class FileBatch {
    private static final ScopedValue<FileBatch> CURRENT = ScopedValue.newInstance();
    private final List<Member> members = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    private FileBatch() {}

    /** Runs {@code work}; a nested batch belongs to the outer one. */
    public static <T> T write(Supplier<T> work) {
        if (CURRENT.isBound()) return work.get();
        var batch = new FileBatch();
        boolean whole = false;
        try {
            var result = ScopedValue.where(CURRENT, batch).call(work::get);
            batch.members.forEach(Member::place);
            batch.members.forEach(Member::keep);
            whole = true;
            return result;
        } finally {
            if (!whole) batch.takeBack();
        }
    }

    /** The current batch of this thread. */
    static Optional<FileBatch> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** A finished file that waits for the others. */
    void add(AtomicFile file) {
        members.add(new Member(file));
    }

    /** A folder that is about to be created, with its parents. */
    void making(Path folder) {
        var missing = new ArrayList<Path>();
        for (var f = folder.toAbsolutePath(); f != null && !Files.exists(f); f = f.getParent()) missing.add(f);
        folders.addAll(missing.reversed());
    }

    private void takeBack() {
        members.reversed().forEach(Member::takeBack);
        folders.reversed().forEach(FileBatch::remove);
    }

    /** What cannot be removed only takes space; a folder may contain somebody else's files. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // See above.
        }
    }

    /** One file, and what it replaces, until the whole batch is finished. */
    private static final class Member {
        private final AtomicFile file;
        private Optional<Path> before = Optional.empty();
        private boolean placed;

        Member(AtomicFile file) {
            this.file = file;
        }

        void place() {
            before = file.replaced().filter(Files::exists).map(Member::kept);
            file.place();
            placed = true;
        }

        void keep() {
            before.ifPresent(FileBatch::remove);
        }

        void takeBack() {
            if (file.replaced().isEmpty()) return;
            var place = file.replaced().get();
            remove(file.part());
            if (before.isPresent()) putBack(before.get(), place);
            else if (placed) remove(place);
        }

        private static void putBack(Path kept, Path place) {
            try {
                Files.move(kept, place, StandardCopyOption.REPLACE_EXISTING);
                // Moving a file to another name of its own does nothing.
                remove(kept);
            } catch (IOException e) {
                // It is complete next to its place.
            }
        }

        /** A second name for the existing file, or a copy if a file can have only one. */
        private static Path kept(Path file) {
            var kept = AtomicFile.beside(file);
            try {
                return Files.createLink(kept, file);
            } catch (IOException | UnsupportedOperationException e) {
                AtomicFile.copy(file, kept);
                return kept;
            }
        }
    }
}
