package studio.parley.ui.shell;

import studio.parley.studio.document.model.Document;
import studio.parley.ui.session.Preferences;

/** The user's defaults for new projects: author, watermark. */
public record NewProjectDefaults(String author, boolean watermark) {
    /** Preference keys. */
    public static final String AUTHOR = "default.author";
    public static final String WATERMARK = "default.watermark";

    public static NewProjectDefaults of(Preferences preferences) {
        return new NewProjectDefaults(preferences.get(AUTHOR).orElse(""), !preferences.get(WATERMARK).orElse("").equals("no"));
    }

    Document apply(Document document) {
        var s = document.settings();
        return document.with(s.withWatermark(watermark).withAuthor(author));
    }
}
