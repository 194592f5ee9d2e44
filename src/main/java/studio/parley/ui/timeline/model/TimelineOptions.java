package studio.parley.ui.timeline.model;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.parley.studio.timing.Ripple;
import studio.parley.ui.session.Preferences;

/** The timeline options last chosen by the user. */
public final class TimelineOptions {
    private final ObjectProperty<Ripple> ripple;
    private final ObjectProperty<FollowMode> follow;
    private final BooleanProperty snapping;
    private final BooleanProperty spectrogram;

    TimelineOptions(Preferences preferences) {
        ripple = new SimpleObjectProperty<>(read(Ripple.class, preferences, "timeline.ripple", Ripple.ALL));
        follow = new SimpleObjectProperty<>(read(FollowMode.class, preferences, "timeline.follow", FollowMode.PAGE));
        snapping = new SimpleBooleanProperty(!preferences.get("timeline.snapping").equals(java.util.Optional.of("false")));
        spectrogram = new SimpleBooleanProperty(preferences.get("timeline.spectrogram").equals(java.util.Optional.of("true")));
        ripple.addListener((o, was, is) -> preferences.put("timeline.ripple", lower(is)));
        follow.addListener((o, was, is) -> preferences.put("timeline.follow", lower(is)));
        snapping.addListener((o, was, is) -> preferences.put("timeline.snapping", String.valueOf(is)));
        spectrogram.addListener((o, was, is) -> preferences.put("timeline.spectrogram", String.valueOf(is)));
    }

    public ObjectProperty<Ripple> ripple() {
        return ripple;
    }

    public ObjectProperty<FollowMode> follow() {
        return follow;
    }

    /** Whether dragged edges snap. */
    public BooleanProperty snapping() {
        return snapping;
    }

    /** Whether clips show their spectrum instead of their waveform. */
    public BooleanProperty spectrogram() {
        return spectrogram;
    }

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E read(Class<E> type, Preferences preferences, String key, E usual) {
        for (var value : type.getEnumConstants()) if (preferences.get(key).equals(java.util.Optional.of(lower(value)))) return value;
        return usual;
    }
}
