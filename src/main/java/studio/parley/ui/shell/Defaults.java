package studio.parley.ui.shell;

import studio.parley.studio.document.Document;
import studio.parley.studio.document.ProjectSettings;
import studio.parley.ui.desk.Preferences;

/** What a person wants of every new project: who made it, whether speech is marked. */
public record Defaults(String author, boolean watermark) {
    /** Preference keys. */
    public static final String AUTHOR = "default.author";
    public static final String WATERMARK = "default.watermark";

    public static Defaults of(Preferences preferences) {
        return new Defaults(preferences.get(AUTHOR).orElse(""), !preferences.get(WATERMARK).orElse("").equals("no"));
    }

    Document apply(Document document) {
        var s = document.settings();
        return document.with(new ProjectSettings(s.seed(), s.model(), s.listening(), watermark, author, s.duckDb()));
    }
}
