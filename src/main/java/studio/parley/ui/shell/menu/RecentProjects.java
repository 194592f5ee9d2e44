package studio.parley.ui.shell.menu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.parley.io.Disk;
import studio.parley.ui.session.Preferences;

/** The recent projects, newest first, stored in the settings. */
public record RecentProjects(Preferences preferences) {
    private static final String KEY = "project.recent";
    private static final int MOST = 10;

    /** Including missing ones: checking files is not for the JavaFX thread. */
    public List<Path> all() {
        return preferences.get(KEY).stream().flatMap(text -> Arrays.stream(text.split("\n"))).filter(l -> !l.isBlank()).flatMap(l -> Disk.path(l).stream()).toList();
    }

    public void add(Path project) {
        var next = new ArrayList<Path>();
        next.add(project);
        all().stream().filter(p -> !p.equals(project)).limit(MOST - 1).forEach(next::add);
        write(next);
    }

    public void remove(Path project) {
        write(all().stream().filter(p -> !p.equals(project)).toList());
    }

    private void write(List<Path> paths) {
        preferences.put(KEY, String.join("\n", paths.stream().map(Path::toString).toList()));
    }

    /** A project's name for people: its folder without the extension. */
    public static String name(Path project) {
        return String.valueOf(project.getFileName()).replaceFirst("\\.parley$", "");
    }
}
