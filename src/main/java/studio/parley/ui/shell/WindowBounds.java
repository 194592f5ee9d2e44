package studio.parley.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Screen;
import javafx.stage.Stage;
import studio.parley.ui.session.Preferences;

/** The position and size of the window; remembered, and used again if that position is still on a screen. */
record WindowBounds(Preferences preferences) {
    private static final String KEY = "window.place";
    private static final double USUAL_WIDTH = 1440;
    private static final double USUAL_HEIGHT = 900;

    void on(Stage stage) {
        read().ifPresentOrElse(p -> put(stage, p), () -> fit(stage));
        Runnable moved = () -> preferences.putLater(KEY, () -> place(stage));
        stage.xProperty().subscribe((was, is) -> moved.run());
        stage.yProperty().subscribe((was, is) -> moved.run());
        stage.widthProperty().subscribe((was, is) -> moved.run());
        stage.heightProperty().subscribe((was, is) -> moved.run());
        stage.maximizedProperty().subscribe((was, is) -> moved.run());
    }

    private Optional<String> place(Stage stage) {
        if (stage.isFullScreen() || stage.isIconified() || !(stage.getWidth() > 0)) return Optional.empty();
        var place = stage.isMaximized() ? read().orElse(new double[] {40, 40, 1200, 760, 0})
                : new double[] {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), 0};
        return Optional.of(String.format(Locale.ROOT, "%.0f,%.0f,%.0f,%.0f,%d", place[0], place[1], place[2], place[3],
                stage.isMaximized() ? 1 : 0));
    }

    private Optional<double[]> read() {
        try {
            return preferences.get(KEY).map(t -> Arrays.stream(t.split(",")).mapToDouble(Double::parseDouble).toArray()).filter(a -> a.length == 5);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The first time: as large as the screen allows, up to a comfortable size. */
    private static void fit(Stage stage) {
        var room = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(USUAL_WIDTH, room.getWidth()));
        stage.setHeight(Math.min(USUAL_HEIGHT, room.getHeight()));
        stage.setX(room.getMinX() + (room.getWidth() - stage.getWidth()) / 2);
        stage.setY(room.getMinY() + (room.getHeight() - stage.getHeight()) / 2);
    }

    private static void put(Stage stage, double[] p) {
        var screens = Screen.getScreensForRectangle(p[0] + p[2] / 4, p[1], p[2] / 2, 40);
        if (p[2] >= 400 && p[3] >= 300 && !screens.isEmpty()) {
            // The screen may be smaller than last time.
            var room = screens.getFirst().getVisualBounds();
            stage.setWidth(Math.min(p[2], room.getWidth()));
            stage.setHeight(Math.min(p[3], room.getHeight()));
            stage.setX(p[0]);
            stage.setY(p[1]);
        }
        stage.setMaximized(p[4] == 1);
    }
}
