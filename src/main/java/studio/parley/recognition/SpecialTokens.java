package studio.parley.recognition;

import java.util.Map;
import java.util.OptionalInt;
import studio.parley.modelfolder.ModelJsonReader;

/**
 * Ids that steer the decoder. Ids below {@code end} are text; those from {@code firstTimestamp} up are times in steps of 20 ms.
 *
 * @param transcribe absent in models of English only
 * @param languages ids by code ({@code en}); empty in models of English only
 */
public record SpecialTokens(int start, int end, int noTimestamps, int noSpeech, int firstTimestamp, int previous, OptionalInt transcribe,
        Map<String, Integer> languages) {
    static SpecialTokens read(ModelJsonReader json, int vocabulary) {
        int most = vocabulary - 1;
        int end = json.integer("end", 1, most);
        var languages = new java.util.TreeMap<String, Integer>();
        json.optional("languages").ifPresent(l -> l.keys().forEach(code -> languages.put(code, l.integer(code, 0, most))));
        return new SpecialTokens(json.integer("start", 0, most), end, json.integer("no_timestamps", 0, most), json.integer("no_speech", 0, most),
                json.integer("first_timestamp", end + 1, most), json.integer("previous", 0, most),
                json.has("transcribe") ? OptionalInt.of(json.integer("transcribe", 0, most)) : OptionalInt.empty(), Map.copyOf(languages));
    }

    boolean isText(int token) {
        return token < end;
    }

    boolean isTimestamp(int token) {
        return token >= firstTimestamp;
    }
}
