package studio.parley.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.io.File;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import studio.parley.ui.kit.FxThread;

/** Lean UI test driver: real events through javafx.scene.robot.Robot, no TestFX. */
public final class Fx implements AutoCloseable {
    private static boolean started;
    public final Stage stage;
    private final Robot robot;

    public static synchronized void startToolkit() throws Exception {
        if (started) return;
        CountDownLatch l = new CountDownLatch(1);
        try { Platform.startup(l::countDown); } catch (IllegalStateException alreadyRunning) { l.countDown(); }
        if (!l.await(30, TimeUnit.SECONDS)) throw new TimeoutException("JavaFX did not start");
        Platform.setImplicitExit(false);
        started = true;
    }

    public Fx(Callable<Scene> scene) throws Exception {
        startToolkit();
        stage = call(() -> {
            Stage s = new Stage();
            s.setScene(scene.call());
            s.setX(0);
            s.setY(0);
            s.show();
            s.requestFocus();
            return s;
        });
        robot = call(Robot::new);
        settle();
    }

    public static <T> T call(Callable<T> c) throws Exception {
        if (Platform.isFxApplicationThread()) return c.call();
        FutureTask<T> f = new FutureTask<>(c);
        Platform.runLater(f);
        return f.get(60, TimeUnit.SECONDS);
    }

    public static void run(Runnable r) throws Exception { call(() -> { r.run(); return null; }); }

    /** Lets queued events and two layout pulses pass. */
    public static void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            CountDownLatch l = new CountDownLatch(1);
            Platform.runLater(() -> new javafx.animation.AnimationTimer() {
                public void handle(long now) { stop(); l.countDown(); }
            }.start());
            if (!l.await(30, TimeUnit.SECONDS)) throw new TimeoutException("no pulse");
        }
    }

    /** Lets everything that is being made for the window arrive and be painted. */
    public static void rest() throws Exception {
        for (int i = 0; i < 2; i++) {
            settle();
            until(() -> !FxThread.isWorking(), 20_000);
        }
        settle();
    }

    public static void until(BooleanSupplier cond, long ms) throws Exception {
        // A busy machine is no fault: only what never comes is.
        long end = System.nanoTime() + Math.max(ms, 120_000) * 1_000_000;
        while (!call(cond::getAsBoolean)) {
            if (System.nanoTime() > end) throw new TimeoutException("condition not met in " + Math.max(ms, 120_000) + " ms");
            Thread.sleep(10);
        }
    }

    @SuppressWarnings("unchecked")
    public <T extends Node> T find(String css) throws Exception {
        return call(() -> {
            Node n = stage.getScene().getRoot().lookup(css);
            if (n == null) throw new AssertionError("no node " + css);
            return (T) n;
        });
    }

    public Point2D centre(Node n) throws Exception {
        return call(() -> {
            // What has just been shown or hidden moves the others.
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Bounds b = n.localToScreen(n.getBoundsInLocal());
            return new Point2D(b.getCenterX(), b.getCenterY());
        });
    }

    public void click(String css) throws Exception {
        Point2D p = centre(find(css));
        run(() -> { robot.mouseMove(p); robot.mousePress(MouseButton.PRIMARY); robot.mouseRelease(MouseButton.PRIMARY); });
        settle();
    }

    public void click(Point2D p) throws Exception {
        run(() -> { robot.mouseMove(p); robot.mousePress(MouseButton.PRIMARY); robot.mouseRelease(MouseButton.PRIMARY); });
        settle();
    }

    public void press(KeyCode key) throws Exception { run(() -> robot.keyPress(key)); }

    public void release(KeyCode key) throws Exception { run(() -> robot.keyRelease(key)); }

    /** A real windowing system needs time between drag steps; the headless one does not. */
    private static void pause() throws Exception {
        if (!System.getProperty("glass.platform", "").endsWith("Headless")) Thread.sleep(80);
    }

    public void drag(Point2D a, Point2D b) throws Exception {
        run(() -> { robot.mouseMove(a); robot.mousePress(MouseButton.PRIMARY); });
        for (int i = 1; i <= 5; i++) {
            Point2D p = a.interpolate(b, i / 5.0);
            run(() -> robot.mouseMove(p));
            pause();
        }
        run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    public void key(KeyCode... chord) throws Exception {
        run(() -> {
            for (KeyCode k : chord) robot.keyPress(k);
            for (int i = chord.length - 1; i >= 0; i--) robot.keyRelease(chord[i]);
        });
        settle();
    }

    /** Types text by KEY_TYPED events on the focus owner, so any character works. */
    public void type(String text) throws Exception {
        run(() -> text.codePoints().forEach(cp -> {
            String s = Character.toString(cp);
            Node t = stage.getScene().getFocusOwner();
            Event.fireEvent(t, new KeyEvent(KeyEvent.KEY_TYPED, s, s, KeyCode.UNDEFINED, false, false, false, false));
        }));
        settle();
    }

    /** A drop from outside (files) or inside (string), delivered as synthetic DragEvents. */
    public boolean drop(Node target, ClipboardContent content) throws Exception {
        boolean r = call(() -> {
            Dragboard db = DragboardHelper.createDragboard(copyOnly(Toolkit.getToolkit().createLocalClipboard()));
            db.setContent(content);
            Point2D p = target.localToScreen(target.getBoundsInLocal().getCenterX(), target.getBoundsInLocal().getCenterY());
            DragEvent over = ev(DragEvent.DRAG_OVER, target, db, p, TransferMode.COPY);
            Event.fireEvent(target, ev(DragEvent.DRAG_ENTERED, target, db, p, TransferMode.COPY));
            Event.fireEvent(target, over);
            DragEvent d = ev(DragEvent.DRAG_DROPPED, target, db, p, TransferMode.COPY);
            Event.fireEvent(target, d);
            Event.fireEvent(target, ev(DragEvent.DRAG_EXITED, target, db, p, TransferMode.COPY));
            return true;
        });
        settle();
        return r;
    }

    private static TKClipboard copyOnly(TKClipboard local) {
        return (TKClipboard) java.lang.reflect.Proxy.newProxyInstance(TKClipboard.class.getClassLoader(), new Class<?>[] {TKClipboard.class},
            (p, m, a) -> m.getName().equals("getTransferModes") ? java.util.EnumSet.of(TransferMode.COPY) : m.invoke(local, a));
    }

    private static DragEvent ev(javafx.event.EventType<DragEvent> t, Node n, Dragboard db, Point2D p, TransferMode m) {
        return new DragEvent(n, n, t, db, 0, 0, p.getX(), p.getY(), m, null, n, null);
    }

    public void png(String name) throws Exception {
        settle();
        var img = call(() -> stage.getScene().snapshot(null));
        Png.write(img, new File(System.getProperty("out.dir", "target"), name));
    }

    @Override
    public void close() throws Exception {
        run(stage::close);
        SessionFixture.awaitWork();
    }
}
