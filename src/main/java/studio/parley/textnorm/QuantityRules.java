package studio.parley.textnorm;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Numbers with what they count: currency, percent, degrees, units. */
final class QuantityRules {
    /** One of it, several of it, and the hundredth part, one and several. */
    private record Currency(String one, String many, String part, String parts) {}

    private static final Map<String, Currency> CURRENCIES = Map.of("$", new Currency("dollar", "dollars", "cent", "cents"), "£", new Currency("pound", "pounds", "penny", "pence"),
            "€", new Currency("euro", "euros", "cent", "cents"), "¥", new Currency("yen", "yen", "sen", "sen"), "₹", new Currency("rupee", "rupees", "paisa", "paise"),
            "¢", new Currency("cent", "cents", "", ""));
    private static final Map<String, String> CODES = Rule.table("""
            USD = $ | GBP = £ | EUR = € | JPY = ¥ | INR = ₹
            """);
    private static final Map<String, String> LARGE = Rule.table("""
            k = thousand | m = million | bn = billion | b = billion | thousand = thousand | million = million | billion = billion
            trillion = trillion
            """);
    /** Units by sign; the plural adds an s unless given after a slash. */
    private static final Map<String, String> UNITS = Rule.table("""
            km/h = kilometer per hour/kilometers per hour | m/s = meter per second/meters per second | mph = mile per hour/miles per hour
            km = kilometer | cm = centimeter | mm = millimeter | m = meter | kg = kilogram | mg = milligram | g = gram | lb = pound
            lbs = pound | oz = ounce/ounces | ft = foot/feet | mi = mile | yd = yard | ml = milliliter | l = liter
            kHz = kilohertz/kilohertz | MHz = megahertz/megahertz | GHz = gigahertz/gigahertz | Hz = hertz/hertz | kB = kilobyte
            KB = kilobyte | MB = megabyte | GB = gigabyte | TB = terabyte | ms = millisecond | s = second | sec = second | min = minute
            h = hour | hr = hour | hrs = hour | kW = kilowatt | kWh = kilowatt hour | W = watt | V = volt | dB = decibel
            °C = degree Celsius/degrees Celsius | °F = degree Fahrenheit/degrees Fahrenheit | ° = degree | % = percent/percent
            m² = square meter | km² = square kilometer | m³ = cubic meter
            """);
    private static final String SIGNS = UNITS.keySet().stream().sorted((a, b) -> b.length() - a.length()).map(java.util.regex.Pattern::quote).collect(Collectors.joining("|"));
    private static final String NUMBER = "((?:(?<![\\p{L}\\p{N}])[-−])?(?:" + Rule.NUMBER + "))";

    /** With a comma before hundredths too, as most of Europe writes them. */
    private static final String AMOUNT = "\\d+,\\d{2}(?![\\d,])|" + Rule.NUMBER;
    private static final String MANY = "(?:\\s?(thousand|million|billion|trillion|bn|k|m|b))?";
    private static final Map<String, String> DOLLARS = Rule.table("""
            US = U S | A = Australian | AU = Australian | C = Canadian | CA = Canadian | NZ = New Zealand | HK = Hong Kong | S = Singapore
            """);

    static final List<Rule> RULES = List.of(
            Rule.of("(?i)" + Rule.BEGIN + "([$£€¥₹])(" + AMOUNT + ")\\s?[–-]\\s?\\1?(" + AMOUNT + ")" + MANY + Rule.END, m ->
                    NumberWords.number(point(m.group(2))) + " to " + money(currency(m.group(1)), m.group(3), Rule.group(m, 4))),
            Rule.of(Rule.BEGIN + "([$£€])(\\d+)(?=[ -](?:bill|note|coin)s?\\b)", m -> NumberWords.number(m.group(2)) + " " + currency(m.group(1)).one()),
            Rule.of(Rule.BEGIN + "(US|AU?|CA?|NZ|HK|S)\\$\\s?(" + AMOUNT + ")(?i:" + MANY + ")" + Rule.END, m -> money(dollar(m.group(1)), m.group(2), Rule.group(m, 3))),
            Rule.of("(?i)" + Rule.BEGIN + "([-−]?)([$£€¥₹])\\s?(" + AMOUNT + ")" + MANY + Rule.END, m ->
                    (m.group(1).isEmpty() ? "" : "minus ") + money(currency(m.group(2)), m.group(3), Rule.group(m, 4))),
            Rule.of(Rule.BEGIN + "(" + AMOUNT + ")\\s?([£€¥₹¢])(?!\\s?\\d)", m -> money(currency(m.group(2)), m.group(1), Optional.empty())),
            Rule.of(Rule.BEGIN + "(" + AMOUNT + ")\\s?(USD|GBP|EUR|JPY|INR)" + Rule.END, m -> money(currency(CODES.getOrDefault(m.group(2), "")), m.group(1), Optional.empty())),
            Rule.of("(?<![\\p{L}\\p{N}.])" + NUMBER + "\\s?[-–]\\s?(" + Rule.NUMBER + ")\\s?(" + SIGNS + ")" + Rule.END, m ->
                    NumberWords.number(m.group(1)) + " to " + quantity(m.group(2), m.group(3))),
            Rule.perhaps("(?<![\\p{L}\\p{N}.])" + NUMBER + "(\\s?)(" + SIGNS + ")" + Rule.END, QuantityRules::withUnit));

    private QuantityRules() {}

    private static Currency currency(String sign) {
        return Objects.requireNonNull(CURRENCIES.get(sign));
    }

    private static Currency dollar(String country) {
        var name = DOLLARS.get(country);
        return new Currency(name + " dollar", name + " dollars", "cent", "cents");
    }

    private static String point(String amount) {
        return amount.matches("\\d+,\\d{2}") ? amount.replace(',', '.') : amount;
    }

    /** A letter after a space may be a word or a name ("Room 5 M"): only signs that cannot be are units there. */
    private static Optional<String> withUnit(MatchResult m) {
        boolean apart = !m.group(2).isEmpty();
        if (apart && m.group(3).length() == 1 && Character.isUpperCase(m.group(3).charAt(0))) return Optional.empty();
        return Optional.of(quantity(m.group(1), m.group(3)));
    }

    private static String quantity(String number, String sign) {
        var names = Objects.requireNonNull(UNITS.get(sign)).split("/");
        return NumberWords.number(number) + " " + (Rule.isSingular(number) ? names[0] : names.length > 1 ? names[1] : names[0] + "s");
    }

    /** "$3.50" as "three dollars and fifty cents", "$2.5 million" as "two point five million dollars". */
    private static String money(Currency currency, String amount, Optional<String> large) {
        var number = point(amount);
        if (large.isPresent()) return NumberWords.number(number) + " " + LARGE.get(large.get().toLowerCase(java.util.Locale.ROOT)) + " " + currency.many();
        int point = number.indexOf('.');
        if (point < 0 || number.length() - point != 3 || currency.part().isEmpty()) {
            return NumberWords.number(number) + " " + (Rule.isSingular(number) ? currency.one() : currency.many());
        }
        int parts = Integer.parseInt(number.substring(point + 1));
        var whole = number.substring(0, point).isEmpty() ? "0" : number.substring(0, point);
        var small = NumberWords.cardinal(parts) + " " + (parts == 1 ? currency.part() : currency.parts());
        if (whole.equals("0") && parts > 0) return small;
        var big = NumberWords.number(whole) + " " + (Rule.isSingular(whole) ? currency.one() : currency.many());
        return parts == 0 ? big : big + " and " + small;
    }
}
