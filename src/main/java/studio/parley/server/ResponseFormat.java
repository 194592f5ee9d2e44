package studio.parley.server;

import java.util.Locale;
import java.util.Optional;
import studio.parley.audio.codec.AudioFormat;

/** What audio is sent as. */
enum ResponseFormat {
    MP3("audio/mpeg", AudioFormat.MP3, true), OPUS("audio/ogg", AudioFormat.OPUS, true), WAV("audio/wav", AudioFormat.WAV_16, false),
    FLAC("audio/flac", AudioFormat.FLAC_16, false), PCM("audio/pcm", null, true);

    /** Of {@link #PCM}: 16 bits, little-endian, mono. */
    static final int PCM_RATE = 24_000;

    private final String type;
    private final Optional<AudioFormat> file;
    private final boolean streamed;

    ResponseFormat(String type, @org.jspecify.annotations.Nullable AudioFormat file, boolean streamed) {
        this.type = type;
        this.file = Optional.ofNullable(file);
        this.streamed = streamed;
    }

    static ResponseFormat of(JsonFields fields) {
        var name = fields.text("response_format").orElse("mp3");
        for (var format : values()) if (format.spelled().equals(name)) return format;
        throw fields.wrong("response_format", "must be mp3, opus, wav, flac or pcm");
    }

    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    /** Empty for samples without a header. */
    Optional<AudioFormat> file() {
        return file;
    }

    /** Whether it is sent while it is spoken unless the client says otherwise: the beginning does not depend on the length. */
    boolean isStreamed() {
        return streamed;
    }
}
