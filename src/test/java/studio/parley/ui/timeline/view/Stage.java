package studio.parley.ui.timeline.view;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import studio.parley.playback.device.AudioOutFactory;
import studio.parley.playback.device.MemoryOut;
import studio.parley.studio.timing.LineTimes;
import studio.parley.ui.Fx;
import studio.parley.ui.SessionFixture;
import studio.parley.ui.kit.Theme;
import studio.parley.ui.session.ProjectSession;
import studio.parley.ui.timeline.model.ClipBox;
import studio.parley.ui.timeline.paint.TimelineCanvas;

/** A timeline alone in a window, and a hand for its mouse: points are given in seconds and tracks. */
final class Stage implements AutoCloseable {
    final Fx fx;
    final ProjectSession session;
    final TimelineView view;
    private final Robot robot;

    private Stage(Fx fx, ProjectSession session, TimelineView view) throws Exception {
        this.fx = fx;
        this.session = session;
        this.view = view;
        robot = Fx.call(Robot::new);
    }

    /** Whose sound is heard all at once as soon as it plays. */
    static Stage of(Path home, String script, int rendered) throws Exception {
        return of(home, script, rendered, new MemoryOut(ProjectSession.RATE));
    }

    /** One that is heard through {@code out}. */
    static Stage of(Path home, String script, int rendered, MemoryOut out) throws Exception {
        return of(home, script, rendered, out, 100, Theme.Scheme.DARK, 1200, 330);
    }

    static Stage of(Path home, String script, int rendered, int percent, Theme.Scheme scheme, int w, int h) throws Exception {
        return of(home, script, rendered, new MemoryOut(ProjectSession.RATE), percent, scheme, w, h);
    }

    private static Stage of(Path home, String script, int rendered, MemoryOut out, int percent, Theme.Scheme scheme, int w, int h) throws Exception {
        var session = new AtomicReference<ProjectSession>();
        var view = new AtomicReference<TimelineView>();
        var fx = new Fx(() -> {
            session.set(SessionFixture.of(home, script, rendered, AudioOutFactory.of(out)));
            session.get().services().theme().choose(scheme);
            session.get().services().theme().textPercent(percent);
            view.set(new TimelineView(session.get()));
            var scene = new Scene(view.get(), w, h);
            session.get().services().theme().dress(scene);
            session.get().services().commands().listen(scene);
            return scene;
        });
        Fx.settle();
        return new Stage(fx, session.get(), view.get());
    }

    TimelineCanvas surface() {
        return view.drawing();
    }

    /** On the screen: seconds, and how far down the drawing. */
    Point2D at(double seconds, double y) throws Exception {
        return Fx.call(() -> surface().localToScreen(view.model().viewport().x(seconds), y));
    }

    /** The box of a line, by its number from 1. */
    ClipBox box(int number) throws Exception {
        return Fx.call(() -> surface().boxes().stream().filter(b -> b.part().number() == number).findFirst().orElseThrow());
    }

    Point2D middle(int number) throws Exception {
        var box = box(number);
        return Fx.call(() -> surface().localToScreen(box.x() + box.w() / 2, box.y() + box.h() * 0.75));
    }

    Point2D on(double x, double y) throws Exception {
        return Fx.call(() -> surface().localToScreen(x, y));
    }

    String id(int number) {
        return session.document().lines().get(number - 1).id();
    }

    LineTimes.Span span(int number) throws Exception {
        return Fx.call(() -> LineTimes.of(session.document()).of(id(number)).orElseThrow());
    }

    void press(Point2D at) throws Exception {
        Fx.run(() -> {
            robot.mouseMove(at);
            robot.mousePress(MouseButton.PRIMARY);
        });
    }

    void move(Point2D at) throws Exception {
        Fx.run(() -> robot.mouseMove(at));
        Fx.settle();
    }

    void release() throws Exception {
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.settle();
    }

    void drag(Point2D from, Point2D to) throws Exception {
        fx.drag(from, to);
    }

    void click(Point2D at) throws Exception {
        press(at);
        release();
    }

    void doubleClick(Point2D at) throws Exception {
        Fx.run(() -> {
            robot.mouseMove(at);
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        Fx.settle();
    }

    /** A turn of the wheel as an event: the headless robot has none. */
    void wheel(Point2D at, double dx, double dy, boolean control, boolean shift) throws Exception {
        Fx.run(() -> {
            var p = surface().screenToLocal(at);
            javafx.event.Event.fireEvent(surface(), new javafx.scene.input.ScrollEvent(javafx.scene.input.ScrollEvent.SCROLL, p.getX(),
                    p.getY(), at.getX(), at.getY(),
                    shift, control, false, false, false, false, dx, dy, dx, dy,
                            javafx.scene.input.ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    javafx.scene.input.ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        });
        Fx.settle();
    }

    /** Steps of the history that can be undone, by their names. */
    int steps() throws Exception {
        return Fx.call(() -> session.project().history().past().size());
    }

    @Override
    public void close() throws Exception {
        Fx.run(session::close);
        fx.close();
    }
}
