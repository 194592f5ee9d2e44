package studio.parley.dialogue.script.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.parley.dialogue.script.source.CleanText;

/** HTML character references, as used in subtitles and Markdown. */
public final class Entities {
    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));");
    /** Names of U+00A0 to U+00FF, in order. */
    private static final String LATIN = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
            + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
            + "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute "
            + "acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide "
            + "oslash ugrave uacute ucirc uuml yacute thorn yuml";
    private static final Map<String, String> NAMED = named();

    private Entities() {}

    /** Each is resolved once; an unknown one stays. */
    public static String resolved(String text) {
        if (text.indexOf('&') < 0) return text;
        return CleanText.clean(REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m))));
    }

    private static String character(java.util.regex.MatchResult m) {
        if (m.group(1) != null) return CleanText.character(Integer.toHexString(Integer.parseInt(m.group(1))));
        return m.group(2) != null ? CleanText.character(m.group(2)) : NAMED.getOrDefault(m.group(3), m.group());
    }

    private static Map<String, String> named() {
        var out = new HashMap<>(Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""),
                Map.entry("apos", "'"), Map.entry("lrm", ""), Map.entry("rlm", ""), Map.entry("zwj", "\u200D"), Map.entry("zwnj", "\u200C"),
                Map.entry("hellip", "…"), Map.entry("mdash", "—"), Map.entry("ndash", "–"), Map.entry("lsquo", "‘"), Map.entry("rsquo", "’"),
                Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("sbquo", "‚"), Map.entry("bdquo", "„"), Map.entry("lsaquo", "‹"),
                Map.entry("rsaquo", "›"), Map.entry("euro", "€"), Map.entry("trade", "™"), Map.entry("bull", "•"), Map.entry("ensp", " "),
                Map.entry("emsp", " "), Map.entry("thinsp", " "), Map.entry("oelig", "œ"), Map.entry("OElig", "Œ"), Map.entry("scaron", "š"),
                Map.entry("Scaron", "Š")));
        var latin = LATIN.split(" ");
        for (int i = 0; i < latin.length; i++) out.put(latin[i], Character.toString(0xA0 + i));
        return Map.copyOf(out);
    }
}
