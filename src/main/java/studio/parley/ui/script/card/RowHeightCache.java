package studio.parley.ui.script.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The heights of rows at one width: measured, or estimated from the others. */
final class RowHeightCache {
    private static final double GUESS = 62;
    private final Map<String, Double> known = new HashMap<>();
    private double sum;
    private double width;

    /** The row at a distance from the start. */
    record Place(int row, double into) {}

    /** At another width no measurement is valid. */
    void width(double now) {
        if (now == width) return;
        width = now;
        known.clear();
        sum = 0;
    }

    void put(String id, double height) {
        var before = known.put(id, height);
        sum += height - (before == null ? 0 : before);
    }

    void retain(Set<String> ids) {
        known.keySet().retainAll(ids);
        sum = known.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    double of(String id) {
        return known.getOrDefault(id, usual());
    }

    /** For a row that was never shown. */
    double usual() {
        return known.isEmpty() ? GUESS : sum / known.size();
    }

    /** For this many rows, including the measured ones. */
    double sum(int rows) {
        return sum + (rows - known.size()) * usual();
    }

    /** Of the first {@code count} rows. */
    double sum(List<String> ids, int count) {
        double usual = usual();
        double total = 0;
        for (int i = 0; i < count; i++) total += known.getOrDefault(ids.get(i), usual);
        return total;
    }

    Place at(List<String> ids, double distance) {
        double left = distance;
        for (int i = 0; i < ids.size(); i++) {
            double h = of(ids.get(i));
            if (left < h || i == ids.size() - 1) return new Place(i, left);
            left -= h;
        }
        return new Place(0, 0);
    }
}
