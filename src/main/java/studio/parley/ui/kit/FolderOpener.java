package studio.parley.ui.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a folder in the system's own file manager. */
public final class FolderOpener {
    private FolderOpener() {}

    /** Says where the folder is when the system has no way to show it. */
    public static void open(Path folder, Notices notices) {
        FxThread.work(() -> {
            new ProcessBuilder(command(System.getProperty("os.name", ""), folder)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return folder;
        }, done -> { }, thrown -> {
            if (thrown instanceof IOException) notices.info(Texts.of("shell.folder.at", folder.toString()));
            else notices.trouble(thrown);
        });
    }

    static List<String> command(String system, Path folder) {
        var os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) return List.of("explorer.exe", folder.toString());
        return List.of(os.startsWith("mac") ? "open" : "xdg-open", folder.toString());
    }
}
