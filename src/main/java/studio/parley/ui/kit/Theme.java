package studio.parley.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

/**
 * The appearance of everything: AtlantaFX light or dark (following the system unless the user chose), text size, Parley's own styles. One
 * for the application; JavaFX thread only.
 */
public final class Theme {
    /** The choices of the user. */
    public enum Scheme { SYSTEM, LIGHT, DARK }

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final ChangeListener<ColorScheme> follow = (o, was, is) -> apply();
    private Scheme scheme = Scheme.SYSTEM;
    private int textPercent = 100;
    private boolean contrast;

    /** {@code fonts} runs the loading of the fonts, on the JavaFX thread and before the first text is shown. */
    public Theme(Executor fonts) {
        fonts.execute(Theme::loadFonts);
        Fonts.forIcons();
        Platform.getPreferences().colorSchemeProperty().addListener(follow);
        apply();
    }

    private static void loadFonts() {
        for (var face : new String[] {"Regular", "Bold"}) {
            Fonts.load(Objects.requireNonNull(Theme.class.getResource("/studio/parley/ui/fonts/Inter-" + face + ".otf")));
        }
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public boolean isDark() {
        return dark.get();
    }

    public void choose(Scheme wanted) {
        scheme = wanted;
        apply();
    }

    /** 100 to 200. */
    public int textPercent() {
        return textPercent;
    }

    /** For every scene that is dressed from now on; call {@link #dress} again for one that is open. */
    public void textPercent(int percent) {
        textPercent = Math.clamp(percent, 80, 250);
    }

    /** Stronger borders and text, for every scene that is dressed from now on. */
    public void contrast(boolean wanted) {
        contrast = wanted;
    }

    /** Applies Parley's styles to a scene; every scene and dialog uses this. */
    public void dress(Scene scene) {
        scene.getStylesheets().setAll(sheets());
        mark(scene);
        ChangeListener<Boolean> marking = (o, was, is) -> {
            scene.getStylesheets().setAll(sheets());
            mark(scene);
        };
        scene.getProperties().put(Theme.class, marking);
        dark.addListener(new WeakChangeListener<>(marking));
    }

    /**
     * Colours missing in the theme are in a style sheet for each tone, not behind {@code :dark}: the roots of menus and tooltips are not
     * marked.
     */
    private List<String> sheets() {
        var tone = dark.get() ? "dark" : "light";
        var names = new ArrayList<>(List.of("controlsfx-bridge", "parley", tone, "script", "timeline", "voices", "queue", "settings", "export", "shell"));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) names.add("opaque");
        if (contrast) names.addAll(List.of("contrast", "contrast-" + tone));
        var out = new ArrayList<String>();
        for (var name : names) out.add(sheet(name + ".css"));
        out.add("data:text/css,.root{-fx-font-size:" + size(13) + "px}.icon{-fx-icon-size:" + size(17) + "px}");
        return out;
    }

    /** Icons do not support em. */
    private double size(double usual) {
        return usual * textPercent / 100;
    }

    /** {@code :dark} is a pseudo class of every root, for the few colours that a theme does not define. */
    private void mark(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("dark"), dark.get());
    }

    private void apply() {
        boolean system = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        dark.set(scheme == Scheme.DARK || scheme == Scheme.SYSTEM && system);
        Application.setUserAgentStylesheet((dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/studio/parley/ui/" + name)).toExternalForm();
    }
}
