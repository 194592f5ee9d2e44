package studio.parley.dialogue.script.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.parley.io.StrictJson;
import studio.parley.problem.Problem;

/** Recognises files that are not scripts by how they begin, and says for each kind what to do. */
final class FileKind {
    private record Magic(String bytes, int at, String kind) {}

    private static final String EXPORT = "Open it in its program, save it as plain text (.txt) and use that file.";
    private static final String SUBTITLES = "Save it as SRT or WebVTT and use that file.";
    private static final String PICTURE = "Use a text file with the words.";
    private static final String SOUND = "Import its file as a recording, or use a text file with the words.";
    private static final List<Magic> MAGIC = List.of(
            new Magic("%PDF", 0, "a PDF document"), new Magic("\u00d0\u00cf\u0011\u00e0", 0, "an old Word or Office document"),
            new Magic("7z\u00bc\u00af", 0, "a 7z archive"), new Magic("Rar!", 0, "a RAR archive"), new Magic("\u001f\u008b", 0, "a gzip archive"),
            new Magic("BZh", 0, "a bzip2 archive"), new Magic("\u00fd7zXZ", 0, "an xz archive"), new Magic("\u0028\u00b5\u002f\u00fd", 0, "a Zstandard archive"),
            new Magic("\u0089PNG", 0, "a PNG image"), new Magic("\u00ff\u00d8\u00ff", 0, "a JPEG image"), new Magic("GIF8", 0, "a GIF image"),
            new Magic("WEBP", 8, "a WebP image"), new Magic("II*\0", 0, "a TIFF image"), new Magic("MM\0*", 0, "a TIFF image"),
            new Magic("WAVE", 8, "a WAV sound file"), new Magic("AIFF", 8, "an AIFF sound file"), new Magic("ID3", 0, "an MP3 sound file"),
            new Magic("\u00ff\u00fb", 0, "an MP3 sound file"), new Magic("\u00ff\u00f3", 0, "an MP3 sound file"), new Magic("fLaC", 0, "a FLAC sound file"),
            new Magic("OggS", 0, "an Ogg sound file"), new Magic("ftyp", 4, "an MP4 sound or video file"), new Magic("\u001aE\u00df\u00a3", 0, "a Matroska or WebM video file"),
            new Magic("AVI ", 8, "an AVI video file"), new Magic("\u007fELF", 0, "a program"), new Magic("SQLite format 3", 0, "a database"));
    private static final Pattern HTML = Pattern.compile("(?is)\\s*(?:<!--.{0,2000}?-->\\s*)?<(?:!doctype\\s+html|html|head|body|div|p|table|span|meta|h[1-6])\\b.*");
    private static final Pattern ASS = Pattern.compile("(?s)\\s*\\[Script Info\\].*");
    private static final Pattern MICRODVD = Pattern.compile("(?s)\\s*\\{\\d+\\}\\{\\d+\\}.*");

    private FileKind() {}

    /** Rejects bytes that are not text. */
    static void check(String name, byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 1 << 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004")) throw refused(name, zipped(start), EXPORT);
        for (var magic : MAGIC) {
            if (!start.startsWith(magic.bytes(), magic.at())) continue;
            throw refused(name, magic.kind(), advice(magic.kind()));
        }
    }

    private static String advice(String kind) {
        if (kind.contains("video") || kind.contains("image")) return PICTURE;
        return kind.contains("sound") ? SOUND : EXPORT;
    }

    /** Rejects text that is written for programs. */
    static void check(String name, String text) {
        var start = text.substring(0, Math.min(text.length(), 1 << 12)).stripLeading();
        if (start.startsWith("{\\rtf")) throw refused(name, "an RTF document", EXPORT);
        if (start.startsWith("%PDF-")) throw refused(name, "a PDF document", EXPORT);
        if (ASS.matcher(start).matches()) throw refused(name, "an ASS or SSA subtitle file", SUBTITLES);
        if (MICRODVD.matcher(start).matches()) throw refused(name, "a MicroDVD subtitle file", SUBTITLES);
        if (HTML.matcher(start).matches()) throw refused(name, "an HTML page", "Copy the text of the page into a text file and use that.");
        xml(name, start);
        if ((start.startsWith("{") || start.startsWith("[")) && isJson(text.strip())) {
            throw refused(name, "JSON", "Write the conversation as lines like 'Ann: Hello.' or as CSV with the columns speaker and line.");
        }
    }

    private static void xml(String name, String start) {
        if (start.startsWith("<SAMI") || start.startsWith("<sami")) throw refused(name, "a SAMI subtitle file", SUBTITLES);
        if (!start.startsWith("<?xml") && !start.startsWith("<tt") && !start.startsWith("<FinalDraft")) return;
        if (start.contains("<FinalDraft")) throw refused(name, "a Final Draft screenplay", "Export it as Fountain or plain text and use that file.");
        if (start.contains("<tt")) throw refused(name, "a TTML subtitle file", SUBTITLES);
        throw refused(name, start.toLowerCase(Locale.ROOT).contains("<html") ? "an HTML page" : "XML", EXPORT);
    }

    private static String zipped(String start) {
        if (start.contains("epub+zip")) return "an EPUB book";
        if (start.contains("opendocument")) return "an OpenDocument (LibreOffice) file";
        if (start.contains("word/")) return "a Word document";
        if (start.contains("xl/")) return "an Excel workbook";
        if (start.contains("ppt/")) return "a PowerPoint file";
        return start.contains("[Content_Types].xml") ? "a Word or Office document" : "a ZIP archive";
    }

    /** A complete JSON value that contains names or texts, or several such values, one per line. */
    private static boolean isJson(String text) {
        if (!text.contains("\"")) return false;
        return isValue(text) || text.lines().limit(2).filter(l -> !l.isBlank()).allMatch(l -> l.startsWith("{") && isValue(l.strip()));
    }

    private static boolean isValue(String text) {
        try {
            StrictJson.parse(text, 255);
            return true;
        } catch (StrictJson.Malformed none) {
            return false;
        }
    }

    private static Problem refused(String name, String kind, String todo) {
        return Problem.input(Optional.of(name).filter(n -> !n.isBlank()).orElse("This") + " is " + kind + ", not a script. " + todo);
    }
}
