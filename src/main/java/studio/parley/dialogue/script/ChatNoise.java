package studio.parley.dialogue.script;

import java.util.regex.Pattern;

/** What chat programs put among people's words: omitted pictures, reactions, remarks on edits. */
final class ChatNoise {
    private static final String MEDIA = "(?:image|photo|picture|video|audio|voice (?:message|note)|sticker|gif|document|file|media|contact(?: card)?|location|bild|foto|"
            + "medien|dokument|imagen|imagem|vidéo|áudio|immagine|attachment|multimedia|médias?|mídia|arquivo de mídia)";
    private static final Pattern ATTACHMENT = Pattern.compile("(?iu)<?\\s*" + MEDIA
            + "\\s*(?:omitted|weggelassen|ausgeschlossen|ausgelassen|omitid[oa]s?|omis(?:es?)?|absente?s?|omess[oaie]|ocult[oa]s?|omitted>)\\s*>?"
            + "|<\\s*(?:attached|anhang|archivo adjunto|pièce jointe)\\s*:.*>|\\S+\\.\\w{2,5}\\s*\\((?:file attached|datei angehängt|archivo adjunto)\\)"
            + "|(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|message deleted|<message deleted>)\\.?|null"
            + "|missed (?:voice|video|group)? ?call.*|\\[\\s?(?:photo|sticker|voice message|video message|gif|file|video file|audio file|album|poll|location)\\s?\\].{0,40}");
    private static final Pattern REMARK = Pattern.compile("(?iu)\\s*(?:<this message was edited>|<diese nachricht wurde bearbeitet[.]?>|\\(edited\\)|\\(bearbeitet\\))\\s*$");
    private static final Pattern NOISE = Pattern.compile("(?iu)(?:\\s*:[a-z0-9_+-]+:\\s*\\d*)+|\\d+ repl(?:y|ies)(?:.{0,40})|\\{(?:reactions|attachments|embed|stickers)\\}|={3,}|-{3,}|_{3,}"
            + "|(?:guild|channel|topic|after|before|exported \\d+ message\\S*)(?::.*)?|(?:\\d+h )?\\d+m \\d+s"
            + "|.{1,60} (?:started|stopped) (?:the )?(?:transcription|recording)"
            + "|last reply .{0,40}|view thread|new|new messages|unread messages");

    private ChatNoise() {}

    /** Words that only stand for a picture, a sound or a call. */
    static boolean isAttachment(String words) {
        return ATTACHMENT.matcher(words.strip()).matches();
    }

    /** A line of the program itself. */
    static boolean isNoise(String line) {
        return line.length() < 200 && NOISE.matcher(line.strip()).matches();
    }

    /** The head of a list of attachments or reactions, which goes on to the next blank line. */
    static boolean opensList(String line) {
        return line.matches("(?i)\\{(?:reactions|attachments|embed|stickers)\\}");
    }

    static String withoutRemarks(String words) {
        return REMARK.matcher(words).replaceFirst("");
    }
}
