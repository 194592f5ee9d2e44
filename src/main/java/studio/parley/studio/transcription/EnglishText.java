package studio.parley.studio.transcription;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * Whether a text is in English, which is what the bundled recogniser understands: more of its words are among the most frequent ones of English
 * than among those of other languages or in letters that English does not use. Pure; any thread.
 */
public final class EnglishText {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’]\\p{L}+)?");
    private static final Pattern FOREIGN_LETTERS = Pattern.compile("[\\p{L}&&[^a-z]]");
    private static final Set<String> ENGLISH = words("""
            the and of to is it that you he she for are with his they this have from had not but what were we when your can said there each which how their
            if will up about out then them these some her would like him into time has more go see could my than been who its now did get come i i'm don't
            it's let's at by all be so us our very just here why yes oh never that's there's can't isn't didn't i'll you're we're they're what's where
            every only before after over because again good people know think want should does""");
    /** German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, without words that are English, too. */
    private static final Set<String> OTHER = words("""
            der das und ist nicht ich sie ein eine einen mit auf von dem den wir ihr sich auch es aber wie wenn nur noch schon nein hat habe sind kein mein
            dein du er zu im
            le la les et est je tu il elle nous vous une un des que qui ne pas dans avec sur mais ce cette ou oui non c'est j'ai
            el los las una por con se lo su pero como yo muy gli che di del della sono per ma si questo
            os um uma em eu het een van ik dat niet zijn hij voor maar ook nie jest na co jak och att det jag inte som en""");

    private EnglishText() {}

    /** More than 0 for English, less for another language; 0 if neither shows. */
    public static int evidence(String text) {
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        int sum = 0;
        while (matcher.find()) {
            var word = matcher.group();
            if (ENGLISH.contains(word)) sum++;
            else if (OTHER.contains(word) || FOREIGN_LETTERS.matcher(word).find()) sum--;
        }
        return sum;
    }

    /** Whether a text is to be taken for English: if it does not show itself, the rest of the script does. */
    public static boolean isEnglish(String text, IntSupplier evidenceOfAll) {
        int evidence = evidence(text);
        return (evidence != 0 ? evidence : evidenceOfAll.getAsInt()) >= 0;
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }
}
