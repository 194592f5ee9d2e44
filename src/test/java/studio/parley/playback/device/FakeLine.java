package studio.parley.playback.device;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Control;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineListener;
import javax.sound.sampled.SourceDataLine;

/** A sound card whose clock the test moves; counts positions as ALSA does: a flush makes them jump over what was dropped. */
final class FakeLine implements SourceDataLine {
    final AudioFormat format;
    final int size;
    final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private byte[] queue = new byte[0];
    private long position;
    private boolean running;
    private boolean open = true;

    FakeLine(AudioFormat format, int size) {
        this.format = format;
        this.size = size;
    }

    synchronized void advance(int frames) {
        int count = running ? Math.min(queue.length, frames * format.getFrameSize()) : 0;
        heard.write(queue, 0, count);
        queue = Arrays.copyOfRange(queue, count, queue.length);
        position += count / format.getFrameSize();
    }

    synchronized void unplug() {
        open = false;
    }

    @Override
    public synchronized int write(byte[] b, int off, int len) {
        if (len > available()) throw new AssertionError("would block");
        var longer = Arrays.copyOf(queue, queue.length + len);
        System.arraycopy(b, off, longer, queue.length, len);
        queue = longer;
        return open ? len : 0;
    }

    @Override
    public synchronized int available() {
        return open ? size - queue.length : 0;
    }

    @Override
    public synchronized void flush() {
        position += queue.length / format.getFrameSize();
        queue = new byte[0];
    }

    @Override
    public synchronized long getLongFramePosition() {
        return position;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public synchronized boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        unplug();
    }

    @Override
    public void drain() {}

    @Override
    public void open() {}

    @Override
    public void open(AudioFormat f) {}

    @Override
    public void open(AudioFormat f, int bufferSize) {}

    @Override
    public boolean isActive() {
        return isRunning();
    }

    @Override
    public AudioFormat getFormat() {
        return format;
    }

    @Override
    public int getBufferSize() {
        return size;
    }

    @Override
    public int getFramePosition() {
        return (int) getLongFramePosition();
    }

    @Override
    public long getMicrosecondPosition() {
        return getLongFramePosition();
    }

    @Override
    public float getLevel() {
        return 0;
    }

    @Override
    public Line.Info getLineInfo() {
        return new DataLine.Info(SourceDataLine.class, format);
    }

    @Override
    public Control[] getControls() {
        return new Control[0];
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        return false;
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new IllegalArgumentException("none");
    }

    @Override
    public void addLineListener(LineListener listener) {}

    @Override
    public void removeLineListener(LineListener listener) {}
}
