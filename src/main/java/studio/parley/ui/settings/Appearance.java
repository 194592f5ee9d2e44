package studio.parley.ui.settings;

import java.util.Locale;
import javafx.scene.Scene;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.AppServices;

/** The user's choice of appearance, stored in the settings and applied at once. */
public record Appearance(AppServices services) {
    static final String SCHEME = "look.scheme";
    static final String TEXT = "look.text";
    static final String CONTRAST = "look.contrast";

    /** Applies the settings to a scene; again after each change. */
    public void apply(Scene scene) {
        services.theme().choose(scheme());
        services.theme().textPercent(percent());
        services.theme().contrast(contrast());
        services.theme().dress(scene);
    }

    public Theme.Scheme scheme() {
        try {
            return services.preferences().get(SCHEME).map(s -> Theme.Scheme.valueOf(s.toUpperCase(Locale.ROOT))).orElse(Theme.Scheme.SYSTEM);
        } catch (IllegalArgumentException e) {
            return Theme.Scheme.SYSTEM;
        }
    }

    public int percent() {
        return Math.clamp((int) services.preferences().number(TEXT, 100), 80, 200);
    }

    public boolean contrast() {
        return services.preferences().get(CONTRAST).isPresent();
    }

    public void scheme(Theme.Scheme scheme, Scene scene) {
        services.preferences().put(SCHEME, scheme == Theme.Scheme.SYSTEM ? "" : scheme.name().toLowerCase(Locale.ROOT));
        apply(scene);
    }

    /** 80 to 200. */
    public void text(int percent, Scene scene) {
        services.preferences().put(TEXT, String.valueOf(Math.clamp(percent, 80, 200)));
        apply(scene);
    }

    public void contrast(boolean wanted, Scene scene) {
        services.preferences().put(CONTRAST, wanted ? "yes" : "");
        apply(scene);
    }

    /** Light when it is dark now, else dark. */
    public void toggleDark(Scene scene) {
        scheme(services.theme().isDark() ? Theme.Scheme.LIGHT : Theme.Scheme.DARK, scene);
    }
}
