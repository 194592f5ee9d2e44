package studio.parley.playback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import studio.parley.problem.Problem;

/**
 * The sound card through Java Sound, 16 bit mono. Waits for a small stock before it starts ({@link PrebufferPolicy}), so that speech
 * that is made just in time does not stutter.
 */
public final class JavaSoundOut implements AudioOut {
    private static final double BUFFER_SECONDS = 6;

    private final int rate;
    private final PrebufferPolicy prebuffer;
    private volatile SourceDataLine line;
    /** Frames heard through earlier lines since the last flush. */
    private volatile long before;
    private volatile boolean used;

    private JavaSoundOut(SourceDataLine line, int rate) {
        this.line = line;
        this.rate = rate;
        this.prebuffer = new PrebufferPolicy(rate);
    }

    /** Opens the default sound card, or says in a {@link Problem} of kind DEVICE why there is none. */
    public static JavaSoundOut open(int rate) {
        return new JavaSoundOut(line(rate), rate);
    }

    private static SourceDataLine line(int rate) {
        try {
            var line = AudioSystem.getSourceDataLine(new AudioFormat(rate, 16, 1, true, false));
            line.open(line.getFormat(), (int) (rate * BUFFER_SECONDS) * 2);
            return line;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException | LinkageError e) {
            throw Problem.device("No audio device is available, so audio is only written to files.", e);
        }
    }

    /** A line that was stopped takes nothing more with PulseAudio, or loses it: another one goes on. */
    private void renew() {
        line.close();
        line = line(rate);
        used = false;
    }

    @Override
    public void play(float[] mono) {
        if (used) renew();
        var bytes = pcm16(mono);
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, line.getBufferSize() / 4);
            boolean ran = line.isRunning();
            if (prebuffer.queued(count / 2, ran && line.available() == line.getBufferSize())) line.stop();
            if (!line.isRunning() && prebuffer.isFull()) line.start();
            from += line.write(bytes, from, count);
        }
        if (prebuffer.isFull() && !line.isRunning()) line.start();
    }

    @Override
    public void drain() {
        line.start();
        line.drain();
        before = heardFrames();
        line.stop();
        used = true;
        prebuffer.empty();
    }

    @Override
    public int room() {
        return line.available() / 2;
    }

    @Override
    public long heardFrames() {
        return before + (used ? 0 : line.getLongFramePosition());
    }

    @Override
    public long flush() {
        long heard = heardFrames();
        line.stop();
        line.flush();
        used = true;
        before = 0;
        prebuffer.empty();
        return heard;
    }

    @Override
    public String describe() {
        return "the audio device";
    }

    @Override
    public void close() {
        line.stop();
        line.close();
    }

    /** 16 bit little-endian, beyond full scale clipped. */
    static byte[] pcm16(float[] mono) {
        var bytes = ByteBuffer.allocate(mono.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float s : mono) bytes.putShort((short) Math.clamp(Math.round(s * 32767f), -32768, 32767));
        return bytes.array();
    }
}
