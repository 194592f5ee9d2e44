package studio.parley.watermark;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import studio.parley.problem.Problem;

/**
 * The secret of one installation: 128 random bits. Whoever has it can find the watermark (and, with effort, remove it); without it the
 * watermark is noise. Written as {@code parley-watermark-1:} and 32 lower-case hexadecimal digits.
 */
public final class WatermarkKey {
    private static final String PREFIX = "parley-watermark-1:";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "([0-9a-f]{32})");

    private final byte[] secret;

    private WatermarkKey(byte[] secret) {
        this.secret = secret;
    }

    /** A new key from the system's random number generator. */
    public static WatermarkKey random() {
        var secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        return new WatermarkKey(secret);
    }

    /** Reads the result of {@link #text}; whitespace around it is ignored. */
    public static WatermarkKey parse(String text) {
        var m = TEXT.matcher(text.strip());
        if (!m.matches()) throw Problem.input("This is not a Parley watermark key, which is \"" + PREFIX + "\" followed by 32 hexadecimal digits.");
        return new WatermarkKey(HexFormat.of().parseHex(m.group(1)));
    }

    /** For the key file. */
    public String text() {
        return PREFIX + HexFormat.of().formatHex(secret);
    }

    /**
     * The spreading sequence: {@code length} signs (+1, -1), bit after bit of HMAC-SHA-256(secret, "signs" + counter), counter as
     * four bytes, highest first.
     */
    float[] signs(int length) {
        var out = new float[length];
        for (int block = 0; block * 256 < length; block++) {
            var bits = mac("signs", ByteBuffer.allocate(4).putInt(block).array());
            for (int i = 0; i < 256 && block * 256 + i < length; i++) {
                out[block * 256 + i] = (bits[i >> 3] >> (7 - (i & 7)) & 1) != 0 ? 1 : -1;
            }
        }
        return out;
    }

    /** A number in {@code [0, bound)} that depends on the key and on {@code content}. */
    int pick(byte[] content, int bound) {
        return Integer.remainderUnsigned(ByteBuffer.wrap(mac("start", content)).getInt(), bound);
    }

    private byte[] mac(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatermarkKey k && MessageDigest.isEqual(k.secret, secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    /** Never the secret: it would end up in logs. */
    @Override
    public String toString() {
        return "WatermarkKey";
    }
}
