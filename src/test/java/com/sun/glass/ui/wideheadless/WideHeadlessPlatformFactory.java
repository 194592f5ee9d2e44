package com.sun.glass.ui.wideheadless;

import com.sun.glass.ui.*;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.*;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import javafx.scene.input.MouseButton;

/**
 * Test-only Glass platform (-Dglass.platform=WideHeadless, class path only): JavaFX 26's Headless platform with a
 * 2560x1440 screen (the built-in one is fixed at 1000x1000, JDK-8364201) and working drag and drop (the built-in one throws
 * UnsupportedOperationException). Robot mouse calls are queued, as on a real platform.
 */
public final class WideHeadlessPlatformFactory extends HeadlessPlatformFactory {
    static final int W = 2560, H = 1440;

    @Override
    public Application createApplication() { return new App(); }

    @Override
    public ClipboardDelegate createClipboardDelegate() {
        ClipboardDelegate base = super.createClipboardDelegate();
        return name -> name.equals(Clipboard.DND) ? new Dnd() : base.createClipboard(name);
    }

    static final class App extends HeadlessApplication {
        private final Screen screen = new Screen(0, 32, 0, 0, W, H, 0, 0, W, H, 0, 0, W, H, 100, 100, 1f, 1f, 1f, 1f);

        App() { set("frameBuffer", ByteBuffer.allocate(W * H * 4)); }

        private void set(String field, Object v) {
            try {
                var f = HeadlessApplication.class.getDeclaredField(field);
                f.setAccessible(true);
                f.set(this, v);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Screen[] staticScreen_getScreens() { return new Screen[] {screen}; }

        @Override
        public View createView() { return new DndView(); }

        @Override
        public GlassRobot createRobot() {
            Robot r = new Robot(this);
            set("activeRobot", r);
            return r;
        }
    }

    static final class DndView extends HeadlessView {
        int enter(int x, int y, int ax, int ay, int a) { return notifyDragEnter(x, y, ax, ay, a); }
        int over(int x, int y, int ax, int ay, int a) { return notifyDragOver(x, y, ax, ay, a); }
        int drop(int x, int y, int ax, int ay, int a) { return notifyDragDrop(x, y, ax, ay, a); }
        void leave() { notifyDragLeave(); }
        void end(int a) { notifyDragEnd(a); }
    }

    static final class Dnd extends SystemClipboard {
        static Dnd active;
        private HashMap<String, Object> data = new HashMap<>();
        private int supported;
        private EventLoop loop;
        private DndView view;
        int done;

        Dnd() { super(Clipboard.DND); }

        @Override
        protected boolean isOwner() { return true; }

        @Override
        protected void pushToSystem(HashMap<String, Object> d, int actions) {
            data = new HashMap<>(d);
            supported = actions;
            active = this;
            done = ACTION_NONE;
            loop = com.sun.glass.ui.Application.GetApplication().createEventLoop();
            loop.enter(); // until the mouse button is released
            actionPerformed(done);
        }

        void move(double x, double y) {
            DndView v = at(x, y);
            if (view != v && view != null) view.leave();
            if (v != null) {
                int[] p = local(v, x, y);
                if (view != v) v.enter(p[0], p[1], (int) x, (int) y, supported);
                v.over(p[0], p[1], (int) x, (int) y, supported);
            }
            view = v;
        }

        void release(double x, double y) {
            move(x, y);
            if (view != null) {
                int[] p = local(view, x, y);
                int accepted = view.over(p[0], p[1], (int) x, (int) y, supported);
                if (accepted != ACTION_NONE) done = view.drop(p[0], p[1], (int) x, (int) y, accepted);
                else view.leave();
            }
            active = null;
            view = null;
            loop.leave(null);
        }

        private static int[] local(View v, double x, double y) {
            return new int[] {(int) x - v.getWindow().getX(), (int) y - v.getWindow().getY()};
        }

        private static DndView at(double x, double y) {
            List<Window> ws = Window.getWindowsClone();
            for (int i = ws.size() - 1; i >= 0; i--) {
                Window w = ws.get(i);
                if (w.isVisible() && w.getView() instanceof DndView v && x >= w.getX() && y >= w.getY()
                    && x < w.getX() + w.getWidth() && y < w.getY() + w.getHeight()) return v;
            }
            return null;
        }

        @Override
        protected void pushTargetActionToSystem(int action) { done = action; }

        @Override
        protected Object popFromSystem(String mime) { return data.get(mime); }

        @Override
        protected int supportedSourceActionsFromSystem() { return supported; }

        @Override
        protected String[] mimesFromSystem() { return data.keySet().toArray(String[]::new); }
    }

    static final class Robot extends HeadlessRobot {
        private double x, y;

        Robot(HeadlessApplication app) { super(app); }

        @Override
        public double getMouseX() { return x; }

        @Override
        public double getMouseY() { return y; }

        @Override
        public void mouseMove(double nx, double ny) {
            x = nx;
            y = ny;
            com.sun.glass.ui.Application.invokeLater(() -> {
                if (Dnd.active != null) Dnd.active.move(nx, ny);
                else super.mouseMove(nx, ny);
            });
        }

        @Override
        public void mousePress(MouseButton... b) {
            com.sun.glass.ui.Application.invokeLater(() -> super.mousePress(b));
        }

        @Override
        public void mouseRelease(MouseButton... b) {
            double rx = x, ry = y;
            com.sun.glass.ui.Application.invokeLater(() -> {
                Dnd d = Dnd.active;
                if (d != null) d.release(rx, ry);
                super.mouseMove(rx, ry);
                super.mouseRelease(b);
            });
        }
    }
}
