package studio.parley.audio.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeFormatTest {
    @Test
    void tenthsRoundAndCarry() {
        assertEquals("0:00.0", TimeFormat.clock(0, 1));
        assertEquals("0:00.0", TimeFormat.clock(-3, 1));
        assertEquals("0:04.1", TimeFormat.clock(4.06, 1));
        assertEquals("1:00.0", TimeFormat.clock(59.96, 1));
        assertEquals("59:59.9", TimeFormat.clock(3599.94, 1));
        assertEquals("1:00:00.0", TimeFormat.clock(3599.96, 1));
        assertEquals("1:02:03.4", TimeFormat.clock(3723.4, 1));
        assertEquals("27:46:40.0", TimeFormat.clock(100_000, 1));
    }

    /** What is shown means the moment it was made from, whatever language the system speaks. */
    @Property(tries = 300)
    void whatIsShownIsTheTime(@ForAll @IntRange(max = 10_000_000) int tenths) {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            double seconds = 0;
            for (var part : TimeFormat.clock(tenths / 10.0, 1).split(":")) seconds = 60 * seconds + Double.parseDouble(part);
            assertEquals(tenths / 10.0, seconds, 1e-6);
            assertEquals(Math.floor(tenths / 10.0 * 10 + 0.5) / 10, Double.parseDouble(TimeFormat.seconds(tenths / 10.0).replace(" s", "")), 1e-6);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void asManyDigitsAsAreWanted() {
        assertEquals("0:04", TimeFormat.clock(4, 0));
        assertEquals("0:59.9995", TimeFormat.clock(59.9995, 4));
        assertEquals("01:02:03,004", TimeFormat.stamp(3_723_004, ','));
        assertEquals("0.6", TimeFormat.plainSeconds(600));
        assertEquals("10", TimeFormat.plainSeconds(10_000));
    }

    @Test
    void aboutHowLong() {
        assertEquals("0 s", TimeFormat.about(-1));
        assertEquals("89 s", TimeFormat.about(89.4));
        assertEquals("2 min", TimeFormat.about(90));
        assertEquals("3 min", TimeFormat.about(170));
        assertEquals("59 min", TimeFormat.about(59 * 60));
        assertEquals("1 h 0 min", TimeFormat.about(3600));
        assertEquals("1 h 20 min", TimeFormat.about(4800));
    }
}
