package studio.parley.textnorm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.Growth;

class TextNormalizerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "I have 25 apples and 1,234 plums. | I have twenty five apples and one thousand two hundred thirty four plums.",
            "3.14, -5 and 10,000,000 | three point one four, minus five and ten million",
            "In 1984, 2007 and 2026 | In nineteen eighty four, two thousand seven and twenty twenty six",
            "Room 101, agent 007. | Room one hundred one, agent zero zero seven.",
            "$3.50, $1, £20, €1,000.99, 99¢ | three dollars and fifty cents, one dollar, twenty pounds, one thousand euros and ninety nine cents, ninety nine cents",
            "$2.5 million, $3bn, 5 EUR, -$4 | two point five million dollars, three billion dollars, five euros, minus four dollars",
            "In 2020 £5 million, 100s of 1000s, (555) 123-4567, the 1,000th | In twenty twenty five million pounds, hundreds of thousands, five five five, one two three, four five six seven, the one thousandth",
            "50%, 100 % and 3-5% | fifty percent, one hundred percent and three to five percent",
            "5:30 p.m. or 17:00, 5:05, 9am, 5:00. | five thirty P M or seventeen hundred, five oh five, nine A M, five o'clock.",
            "We left at 9 p.m. Then it rained. | We left at nine P M. Then it rained.",
            "March 5, 2026 | March fifth, twenty twenty six",
            "5 March 2026 | the fifth of March, twenty twenty six",
            "2026-03-05, 12/25/1999, 25/12/1999 | March fifth, twenty twenty six, December twenty fifth, nineteen ninety nine, December twenty fifth, nineteen ninety nine",
            "Dec. 24 and Sept 3rd | December twenty fourth and September third",
            "the 1980s, the '90s | the nineteen eighties, the nineties",
            "1st, 2nd, 23rd, 100th | first, second, twenty third, one hundredth",
            "-40 °C, 98.6°F, 90° | minus forty degrees Celsius, ninety eight point six degrees Fahrenheit, ninety degrees",
            "5 km, 10km/h, 3 GB, 24 kHz, 1 kg, 6'2\" | five kilometers, ten kilometers per hour, three gigabytes, twenty four kilohertz, one kilogram, six foot two",
            "AI, NASA, the U.S.A., FBI's, CEOs, HTML | A I, NASA, the U S A, F B I's, C E Os, H T M L",
            "STOP! GET OUT NOW! I said NO. | STOP! GET OUT NOW! I said NO.",
            "Dr. Smith of 5 Main St. near St. Paul. | Doctor Smith of five Main Street near Saint Paul.",
            "Cats, dogs, etc. Then more, e.g. one. | Cats, dogs, et cetera. Then more, for example one.",
            "Henry VIII, Chapter IV, World War II, I am. | Henry the eighth, Chapter four, World War two, I am.",
            "Mail john.doe42@example.com now. | Mail john dot doe forty two at example dot com now.",
            "See https://www.parley.studio/docs. Bye. | See W W W dot parley dot studio slash docs. Bye.",
            "Call +1 555-123-4567 or 555-1234. | Call plus one, five five five, one two three, four five six seven or five five five, one two three four.",
            "A & B + C = D, either/or, #5 | A and B plus C equals D, either slash or, number five",
            "1/2 cup, 2 1/2 cups, 3/4, ½, 2½, 24/7 | one half cup, two and one half cups, three quarters, one half, two and a half, twenty four seven",
            "pp. 5-10, No. 7, 1990–1995. No. | pages five to ten, number seven, nineteen ninety to nineteen ninety five. No.",
            "B2B, 3D, MP3, version 1.2.3 | B two B, three D, M P three, version one point two point three",
            "$3-4, $10-$20, £5–6 million | three to four dollars, ten to twenty dollars, five to six million pounds",
            "US$20, A$5.50, HK$3m | twenty U S dollars, five Australian dollars and fifty cents, three million Hong Kong dollars",
            "€3,50 or 3,50 € not €3,500 | three euros and fifty cents or three euros and fifty cents not three thousand five hundred euros",
            "Two $5 bills, a $20 bill. | Two five dollar bills, a twenty dollar bill.",
            "7pm-9pm, 10:00-11:30, 7-9 p.m., 9:15am – 5pm | seven P M to nine P M, ten o'clock to eleven thirty, seven to nine P M, nine fifteen A M to five P M",
            "4:3, 16:9, 100:1 and 3:16 | four to three, sixteen to nine, one hundred to one and three sixteen",
            "1e10, 2.5E-3, x², 5 m², (a)³ | one times ten to the power of ten, two point five times ten to the power of minus three, x squared, five square meters, (a) cubed",
            "№ 5, №7, #music, #1, v1.2, v2, V8 | number five, number seven, hashtag music, number one, version one point two, version two, V eight",
            "192.168.0.1 and 1.2.3.4. | one nine two dot one six eight dot zero dot one and one dot two dot three dot four.",
            "1 000 000 or 12\u00a0500, rooms 12 500 | one million or twelve thousand five hundred, rooms twelve five hundred",
            "In 1066, since 1050, 1066 men. | In ten sixty six, since ten fifty, one thousand sixty six men.",
            "Tom &amp; Ann&nbsp;said | Tom and Ann said",
            "naïve café, Łódź, *really* | naive cafe, Lodz, really",
            "Don't, it's \"fine\" (really)... well—yes! | Don't, it's \"fine\" (really)... well—yes!"})
    void isReadAsPeopleRead(String written, String spoken) {
        assertEquals(spoken, TextNormalizer.spoken(written));
    }

    @Test
    void whatIsReadAsWrittenStays() {
        var text = "So, who are you? “Nobody,” said Ann's brother; well-known, isn't it…";
        assertEquals(text, TextNormalizer.spoken(text));
        assertEquals(List.of(), TextNormalizer.readings(text));
        assertEquals("", TextNormalizer.spoken(""));
    }

    @Test
    void readingsSayWhereTheyAre() {
        var text = "Give me 5% at 9am.";
        assertEquals(List.of("5%", "9am"), TextNormalizer.readings(text).stream().map(r -> text.substring(r.from(), r.to())).toList());
    }

    @Test
    void whatEnglishCannotSayIsNamed() {
        assertEquals(List.of("日", "本", "😀"), TextNormalizer.unsayable("日本 is 5 × naïve 日 😀 – “ok”…"));
        assertEquals(List.of(), TextNormalizer.unsayable("Plain text, 100 % of it.\n"));
    }

    /** Whatever is typed: no exception, no digit left, and twice is once. */
    @Test
    void anyTextHasAReading() {
        var parts = List.of("12", ".", ",", ":", "/", "-", "$", "%", " ", " ", "A", "st", "p.m.", "Dr.", "@", "x.com", "II", "½", "°C", "0", "9999999999999999999", "é", "日", "'", "1st", "\n", "+", "#");
        var random = new Random(11);
        for (int i = 0; i < 4000; i++) {
            var text = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) text.append(parts.get(random.nextInt(parts.size())));
            var spoken = TextNormalizer.spoken(text.toString());
            assertFalse(spoken.matches("(?s).*\\d.*"), text + " => " + spoken);
        }
    }

    @Test
    void longTextsTakeLinearTime() {
        for (var kind : List.of("1", "a.b", "A.", "12:3", "1,234", "é", "$1 ", "1/2 ", "w@", "555-1")) {
            var text = kind.repeat(15_000 / kind.length());
            Growth.assertAtMost(8, kind, () -> TextNormalizer.spoken(text), () -> TextNormalizer.spoken(text.repeat(4)));
        }
    }
}
