"""Writes src/test/resources/golden/audio: small sound files made by other people's programs (ffmpeg, sox, flac), and what they
hold. Run from the repository root with a Python that has numpy; needs ffmpeg (with libmp3lame, libvorbis, libopus), sox, flac."""
import os, struct, subprocess, sys
import numpy as np

OUT = "src/test/resources/golden/audio/"
TMP = sys.argv[1] if len(sys.argv) > 1 else "target/golden-audio/"
os.makedirs(OUT, exist_ok=True)
os.makedirs(TMP, exist_ok=True)


def tones(rate, frames):
    t = np.arange(frames) / rate
    left = 0.5 * np.sin(2 * np.pi * 440 * t) + 0.2 * np.sin(2 * np.pi * 3000 * t)
    return np.stack([left, 0.6 * np.sin(2 * np.pi * 660 * t)])


def raw(name, x):
    x.T.astype("<f8").tofile(name)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ffmpeg(source, rate, channels, *options):
    run("ffmpeg", "-y", "-bitexact", "-f", "f64le", "-ar", str(rate), "-ac", str(channels), "-i", source, *options)


def wavs():
    raw(TMP + "two.f64", tones(22050, 1001))
    for coding in ["pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_s64le", "pcm_f32le", "pcm_f64le", "pcm_alaw", "pcm_mulaw"]:
        ffmpeg(TMP + "two.f64", 22050, 2, "-c:a", coding, OUT + coding + ".wav")
    ffmpeg(TMP + "two.f64", 22050, 2, "-c:a", "pcm_s16le", "-rf64", "always", OUT + "rf64.wav")
    ffmpeg(TMP + "two.f64", 22050, 2, "-c:a", "pcm_s24le", "-ac", "6", OUT + "six.wav")
    run("sh", "-c", f"sox -D -t f64 -r 22050 -c 2 {TMP}two.f64 -t wav -b 16 - > {OUT}streamed-sox.wav")
    run("sh", "-c", f"ffmpeg -y -f f64le -ar 22050 -ac 2 -i {TMP}two.f64 -c:a pcm_s16le -f wav - > {OUT}streamed-ffmpeg.wav")
    run("sox", "-D", "-t", "f64", "-r", "22050", "-c", "2", TMP + "two.f64", "-b", "24", "-t", "wavpcm", OUT + "sox-24.wav")


def flacs():
    raw(TMP + "corr.f64", np.stack([tones(44100, 4001)[0], tones(44100, 4001)[0] * 0.9]))
    ffmpeg(TMP + "two.f64", 22050, 2, "-c:a", "flac", "-sample_fmt", "s16", OUT + "s16.flac")
    ffmpeg(TMP + "corr.f64", 44100, 2, "-c:a", "flac", "-sample_fmt", "s32", "-bits_per_raw_sample", "24", OUT + "s24-corr.flac")
    ffmpeg(TMP + "corr.f64", 11127, 2, "-c:a", "flac", "-sample_fmt", "s16", "-compression_level", "12", OUT + "odd-rate.flac")
    run("sox", "-D", "-t", "f64", "-r", "44100", "-c", "2", TMP + "corr.f64", "-b", "24", "-t", "wavpcm", TMP + "corr24.wav")
    run("flac", "-f", "-s", "--best", "-o", OUT + "libflac-24.flac", TMP + "corr24.wav")
    run("sox", "-D", "-t", "f64", "-r", "44100", "-c", "2", TMP + "corr.f64", "-b", "8", "-c", "1", "-t", "wavpcm", TMP + "mono8.wav")
    run("flac", "-f", "-s", "-0", "-o", OUT + "libflac-8.flac", TMP + "mono8.wav")
    run("flac", "-f", "-s", "--ogg", "-o", OUT + "flac.oga", TMP + "mono8.wav")


def mid_side():
    """Whole numbers that any language reckons alike; of three blocks libFLAC makes mid/side, right/side and mid/side."""
    seed = 1
    samples = []
    for i in range(768):
        noise = []
        for _ in range(2):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            noise.append((seed >> 16) % 33 - 16)
        tone = int(12000 * np.sin(2 * np.pi * 440 * i / 44100) // 1)
        x, y = tone + noise[0], tone + noise[0] + noise[1] // 4
        samples.append((x, tone + noise[1]) if i < 256 else (y, x) if i < 512 else (x, y))
    np.array(samples, dtype="<i2").tofile(TMP + "ms.s16")
    run("flac", "-f", "-s", "-8", "-b", "256", "--no-padding", "--no-seektable", "--force-raw-format", "--endian=little", "--sign=signed",
        "--channels=2", "--bps=16", "--sample-rate=44100", "-o", OUT + "mid-side.flac", TMP + "ms.s16")


def lossy():
    raw(TMP + "half.f64", tones(24000, 12000))
    raw(TMP + "half44.f64", tones(44100, 22050))
    ffmpeg(TMP + "half44.f64", 44100, 2, "-c:a", "libmp3lame", "-b:a", "128k", OUT + "cbr.mp3")
    ffmpeg(TMP + "half.f64", 24000, 2, "-c:a", "libmp3lame", "-q:a", "2", "-ac", "1", OUT + "vbr-mpeg2.mp3")
    ffmpeg(TMP + "half44.f64", 44100, 2, "-c:a", "libmp3lame", "-b:a", "64k", "-ac", "1", "-write_xing", "0", "-id3v2_version", "0",
           OUT + "bare.mp3")
    ffmpeg(TMP + "half44.f64", 44100, 2, "-c:a", "libvorbis", "-q:a", "5", OUT + "vorbis.ogg")
    ffmpeg(TMP + "half.f64", 24000, 2, "-c:a", "libopus", "-b:a", "48k", OUT + "opus.ogg")
    ffmpeg(TMP + "half.f64", 24000, 2, "-c:a", "aac", "-b:a", "48k", OUT + "aac.m4a")
    ffmpeg(TMP + "half.f64", 24000, 2, "-c:a", "aac", "-b:a", "48k", OUT + "aac.aac")


def sox_rates():
    """Tones up to 9.5 kHz, changed by sox at its best ("rate -v": linear phase, beyond 24 bit)."""
    for a, b in [(44100, 24000), (48000, 24000), (24000, 44100), (24000, 48000), (16000, 24000)]:
        t = np.arange(a // 10) / a
        top = min(a, b) / 2 * 0.79
        x = sum(0.2 * np.sin(2 * np.pi * f * t + f) for f in np.linspace(150, top, 4))
        x.astype("<f8").tofile(TMP + "in.f64")
        run("sox", "-D", "-t", "f64", "-r", str(a), "-c", "1", TMP + "in.f64", "-t", "f32", f"{OUT}sox-{a}-{b}.f32", "rate", "-v", str(b))


wavs()
flacs()
mid_side()
lossy()
sox_rates()
