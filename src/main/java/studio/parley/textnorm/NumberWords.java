package studio.parley.textnorm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in English words, as in American English but with "and" left out; checked against num2words. */
final class NumberWords {
    private static final List<String> SMALL = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");
    private static final List<String> TENS = List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> THOUSANDS = List.of("", "thousand", "million", "billion", "trillion", "quadrillion");
    private static final Map<String, String> ORDINALS = Map.of("one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth", "nine",
            "ninth", "twelve", "twelfth");
    /** More digits are read one by one. */
    static final int MOST_DIGITS = 18;

    private NumberWords() {}

    /** 1234 as "one thousand two hundred thirty four". */
    static String cardinal(long n) {
        if (n < 0) return "minus " + cardinal(-n);
        if (n < 1000) return belowThousand((int) n);
        var words = new ArrayList<String>();
        int group = 0;
        for (long left = n; left > 0; left /= 1000, group++) {
            int part = (int) (left % 1000);
            if (part > 0) words.addFirst(belowThousand(part) + (group == 0 ? "" : " " + THOUSANDS.get(group)));
        }
        return String.join(" ", words);
    }

    private static String belowThousand(int n) {
        if (n < 100) return belowHundred(n);
        return SMALL.get(n / 100) + " hundred" + (n % 100 == 0 ? "" : " " + belowHundred(n % 100));
    }

    private static String belowHundred(int n) {
        if (n < 20) return SMALL.get(n);
        return TENS.get(n / 10) + (n % 10 == 0 ? "" : " " + SMALL.get(n % 10));
    }

    /** 21 as "twenty first". */
    static String ordinal(long n) {
        var words = cardinal(n);
        int at = words.lastIndexOf(' ') + 1;
        var last = words.substring(at);
        var as = ORDINALS.containsKey(last) ? ORDINALS.get(last) : last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        return words.substring(0, at) + as;
    }

    /** 1984 as "nineteen eighty four", 1905 as "nineteen oh five", 2007 as "two thousand seven", 1900 as "nineteen hundred". */
    static String year(int n) {
        if (n < 1000 || n > 9999 || n % 1000 < 10) return cardinal(n);
        int century = n / 100;
        int rest = n % 100;
        if (rest == 0) return cardinal(century) + " hundred";
        return cardinal(century) + " " + (rest < 10 ? "oh " + SMALL.get(rest) : belowHundred(rest));
    }

    /** Digit by digit; other characters are left out. */
    static String digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').mapToObj(c -> SMALL.get(c - '0')).collect(Collectors.joining(" "));
    }

    /** A number with commas between thousands, decimals and a sign: "-1,234.50" as "minus one thousand two hundred thirty four point five zero". */
    static String number(String text) {
        if (text.startsWith("-") || text.startsWith("−")) return "minus " + number(text.substring(1));
        var plain = text.replace(",", "");
        int point = plain.indexOf('.');
        if (point < 0) return whole(plain);
        return (point == 0 ? "zero" : whole(plain.substring(0, point))) + " point " + digits(plain.substring(point + 1));
    }

    /** Digits only; read one by one if there are leading zeros or very many. */
    static String whole(String digits) {
        return digits.length() > MOST_DIGITS || digits.length() > 1 && digits.startsWith("0") ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    /** "one half", "three quarters", "two thirds". */
    static String fraction(long above, long below) {
        var part = below == 2 ? above == 1 ? "half" : "halves" : (below == 4 ? "quarter" : ordinal(below)) + (above == 1 ? "" : "s");
        return cardinal(above) + " " + part;
    }

    /** The plural of a year's or number's tens: 1980 as "nineteen eighties", 80 as "eighties". */
    static String decade(int n) {
        var words = n < 100 ? cardinal(n) : year(n);
        return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
    }
}
