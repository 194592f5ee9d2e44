package studio.parley.ui.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Shows a folder in the system's file manager. */
public final class FolderOpener {
    private static final int PATIENCE_SECONDS = 3;

    private FolderOpener() {}

    /** If that is not possible, {@code say} gets a sentence with the path. */
    public static void open(Path folder, Consumer<String> say) {
        FxThread.work(() -> shown(command(System.getProperty("os.name", ""), folder)), shown -> {
            if (!shown) say.accept(Messages.of("shell.folder.at", folder.toString()));
        }, thrown -> say.accept(Messages.of("shell.folder.at", folder.toString())));
    }

    /** Whether a program shows it: one that keeps running or ends successfully; that of Windows never reports success. */
    static boolean shown(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0 || command.getFirst().startsWith("explorer");
    }

    static List<String> command(String system, Path folder) {
        var os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return List.of("explorer.exe", folder.toString());
        return List.of(os.startsWith("mac") ? "open" : "xdg-open", folder.toString());
    }
}
