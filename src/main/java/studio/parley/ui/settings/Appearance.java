package studio.parley.ui.settings;

import java.util.Locale;
import javafx.scene.Scene;
import studio.parley.ui.desk.Tools;
import studio.parley.ui.kit.Look;

/** How a person wants the window to look, kept in the settings and applied at once. */
public record Appearance(Tools tools) {
    static final String SCHEME = "look.scheme";
    static final String TEXT = "look.text";
    static final String CONTRAST = "look.contrast";

    /** Dresses a scene as the settings say; again after each change. */
    public void apply(Scene scene) {
        tools.look().choose(scheme());
        tools.look().textPercent(percent());
        tools.look().contrast(contrast());
        tools.look().dress(scene);
    }

    public Look.Scheme scheme() {
        try {
            return tools.preferences().get(SCHEME).map(s -> Look.Scheme.valueOf(s.toUpperCase(Locale.ROOT))).orElse(Look.Scheme.SYSTEM);
        } catch (IllegalArgumentException e) {
            return Look.Scheme.SYSTEM;
        }
    }

    public int percent() {
        return Math.clamp((int) tools.preferences().number(TEXT, 100), 80, 200);
    }

    public boolean contrast() {
        return tools.preferences().get(CONTRAST).isPresent();
    }

    public void scheme(Look.Scheme scheme, Scene scene) {
        tools.preferences().put(SCHEME, scheme == Look.Scheme.SYSTEM ? "" : scheme.name().toLowerCase(Locale.ROOT));
        apply(scene);
    }

    /** 80 to 200. */
    public void text(int percent, Scene scene) {
        tools.preferences().put(TEXT, String.valueOf(Math.clamp(percent, 80, 200)));
        apply(scene);
    }

    public void contrast(boolean wanted, Scene scene) {
        tools.preferences().put(CONTRAST, wanted ? "yes" : "");
        apply(scene);
    }

    /** Light when it is dark now, else dark. */
    public void toggleDark(Scene scene) {
        scheme(tools.look().isDark() ? Look.Scheme.LIGHT : Look.Scheme.DARK, scene);
    }
}
