package studio.parley.studio.document.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each speaker of a project file a unique number and each line an existing speaker, in the tree itself. A speaker without a number
 * gets one that lines use and no other speaker has.
 */
final class SpeakerRepair {
    private final Set<Integer> numbers = new LinkedHashSet<>();
    private final List<String> mended;

    private SpeakerRepair(List<String> mended) {
        this.mended = mended;
    }

    /** @param mended receives the changes, in words for people */
    static void in(JsonObject root, List<String> mended) {
        var repair = new SpeakerRepair(mended);
        repair.speakers(root);
        if (!repair.numbers.isEmpty()) NumberRepair.each(root, "lines", (line, i) -> repair.set(line, "speaker", "the speaker of line " + i));
    }

    private void speakers(JsonObject root) {
        var without = new LinkedHashMap<JsonObject, Integer>();
        NumberRepair.each(root, "speakers", (speaker, i) -> {
            var own = number(speaker.get("number"));
            if (own.isEmpty() || own.get() < 0 || !numbers.add(own.get())) without.put(speaker, i);
        });
        var asked = new ArrayList<Integer>();
        NumberRepair.each(root, "lines", (line, i) -> number(line.get("speaker")).filter(n -> n >= 0).ifPresent(asked::add));
        without.forEach((speaker, i) -> {
            int free = asked.stream().filter(n -> !numbers.contains(n)).findFirst().orElseGet(this::unused);
            numbers.add(free);
            put(speaker, "number", free, "the number of speaker " + i);
        });
        NumberRepair.each(root, "speakers", (speaker, i) -> set(speaker, "number", "the number of speaker " + i));
    }

    private int unused() {
        int free = 0;
        while (numbers.contains(free)) free++;
        return free;
    }

    /** A number in another notation is written as an integer; an unknown number becomes the first speaker. */
    private void set(JsonObject object, String key, String what) {
        int number = number(object.get(key)).filter(numbers::contains).orElseGet(() -> numbers.iterator().next());
        boolean isWell = object.get(key) instanceof JsonPrimitive p && p.isNumber() && p.getAsString().equals(Integer.toString(number));
        if (!isWell) put(object, key, number, what);
    }

    private void put(JsonObject object, String key, int number, String what) {
        mended.add(what + " (" + NumberRepair.said(object.get(key)) + ", now " + number + ")");
        object.addProperty(key, number);
    }

    /** An integer, in any notation. */
    private static Optional<Integer> number(@Nullable JsonElement found) {
        return Optional.ofNullable(found).flatMap(NumberRepair::number).filter(n -> n == Math.rint(n) && Math.abs(n) <= Integer.MAX_VALUE).map(Double::intValue);
    }
}
