package studio.parley.dialogue.script.format;

import studio.parley.dialogue.CsmMultiPrompt;
import studio.parley.dialogue.TimingRelation;
import studio.parley.dialogue.script.parse.LineText;
import studio.parley.dialogue.script.parse.ParsedScript;
import studio.parley.dialogue.script.parse.ScriptBuilder;
import studio.parley.dialogue.script.parse.ScriptFormat;
import studio.parley.dialogue.script.source.ScriptSource;

/** Reads csm-multi prompts, one per line of text, the first part of each spoken by speaker 0. */
public final class CsmMultiFormat {
    private CsmMultiFormat() {}

    public static ParsedScript read(ScriptSource source) {
        var builder = new ScriptBuilder(source);
        for (int at = 1; at <= source.count(); at++) {
            if (source.line(at).isBlank()) continue;
            for (var part : CsmMultiPrompt.parse(source.line(at), 0)) {
                if (part.text().isBlank()) throw source.problem(at, "A part between || has no text. Add text or remove the ||.");
                builder.add(at, builder.speaker(part.speaker()).number(), LineText.Piece.spoken(part.text()), TimingRelation.NEXT);
            }
        }
        return builder.build(ScriptFormat.OFFSETS);
    }
}
