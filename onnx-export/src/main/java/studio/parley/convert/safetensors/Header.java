package studio.parley.convert.safetensors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.SequencedMap;

/**
 * The checks of a header, after <a href="https://github.com/huggingface/safetensors#format">the format's own rules</a>: every tensor as
 * long as its shape says, all of them contiguous from the first byte of data to the last.
 */
final class Header {
    /** The header of CSM-1B has 60 KB; one longer than this does not belong to a model of the family. */
    static final int LONGEST = 16 << 20;

    private Header() {}

    /** The tensors by name, in the file's order of bytes. {@code dataBytes} is the number of bytes after the header. */
    static SequencedMap<String, Entry> parse(String file, byte[] json, long dataBytes) {
        var entries = new HeaderJson(file, json).entries();
        return checked(file, entries, dataBytes);
    }

    private static SequencedMap<String, Entry> checked(String file, Collection<Entry> entries, long dataBytes) {
        var ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        var byName = new java.util.LinkedHashMap<String, Entry>();
        long at = 0;
        for (var e : ordered) {
            checkLength(file, e);
            if (e.begin() < at) throw CorruptFile.of(file, "tensor " + quoted(e.name()) + " overlaps the one before it");
            if (e.begin() > at) throw CorruptFile.of(file, "there is a gap before tensor " + quoted(e.name()));
            at = e.end();
            byName.put(e.name(), e);
        }
        if (at > dataBytes) throw truncated(file, ordered, dataBytes, at);
        if (at < dataBytes) throw CorruptFile.of(file, (dataBytes - at) + " bytes follow the last tensor");
        return byName;
    }

    private static RuntimeException truncated(String file, ArrayList<Entry> ordered, long has, long needs) {
        var first = ordered.stream().filter(e -> e.end() > has).findFirst().orElseThrow();
        return CorruptFile.of(file, "it is truncated in tensor " + quoted(first.name()) + " (" + has + " of " + needs
                + " bytes of weights are there)");
    }

    static void checkLength(String file, Entry e) {
        long bytes = e.dtype().bytes();
        try {
            for (var d : e.shape()) bytes = Math.multiplyExact(bytes, d);
        } catch (ArithmeticException overflow) {
            throw CorruptFile.of(file, "tensor " + quoted(e.name()) + " has an impossible shape");
        }
        if (bytes != e.end() - e.begin()) {
            throw CorruptFile.of(file, "tensor " + quoted(e.name()) + " takes " + (e.end() - e.begin()) + " bytes, but its shape needs "
                    + bytes);
        }
    }

    /** A name from an untrusted file, made safe to display. */
    static String quoted(String name) {
        var shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
