package studio.parley.convert.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.parley.convert.checkpoint.Checkpoint;
import studio.parley.io.IoProblem;
import studio.parley.problem.Problem;

/** The licences of a checkpoint: first from its own README and LICENSE, then from what is known of the published parts by their sizes. */
public final class Licences {
    private static final Pattern FIELD = Pattern.compile("(?m)^license(?:_name)?:\\s*[\"']?([^\"'\\r\\n#]+)");
    private static final List<String> TEXTS = List.of("LICENSE", "LICENSE.txt", "LICENSE.md", "NOTICE", "USE_POLICY.md");
    private static final int LONGEST = 1 << 20;

    private Licences() {}

    /** One part of the model and its terms, as in model.json. */
    public record Licence(String part, String licence, String attribution) {}

    public static List<Licence> of(Checkpoint checkpoint) {
        var stated = stated(checkpoint.folder());
        var c = checkpoint.config();
        var found = new ArrayList<Licence>();
        var csm = c.backbone().layers() == 16 && c.backbone().width() == 2048 && c.depth().stack().width() == 1024;
        found.add(new Licence("language model", stated.orElse(csm ? "Apache-2.0" : "unknown"),
                csm ? "CSM by Sesame AI Labs (sesame/csm-1b), or a fine-tune of it: " + checkpoint.name() : checkpoint.name()));
        var mimi = c.mimi();
        if (mimi.hiddenSize() == 512 && mimi.numFilters() == 64 && mimi.codebookSize() == 2048 && mimi.layers() == 8) {
            found.add(new Licence("codec", "CC-BY-4.0", "Mimi by Kyutai (kyutai/mimi)"));
        } else {
            found.add(new Licence("codec", stated.orElse("unknown"), checkpoint.name()));
        }
        if (c.textVocab() == 128_256) {
            found.add(new Licence("text tokenizer", "Llama 3.2 Community License", "Llama 3.2 by Meta Platforms, Inc."));
        }
        return found;
    }

    /** Copies the licence texts of the checkpoint into {@code to}; returns their names. */
    public static List<String> copyTexts(Path checkpoint, Path to) {
        var copied = new ArrayList<String>();
        try {
            for (var name : TEXTS) {
                var file = checkpoint.resolve(name);
                if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) continue;
                Files.write(to.resolve(name), Files.readAllBytes(file));
                copied.add(name);
            }
            return copied;
        } catch (IOException e) {
            throw Problem.disk("Could not copy the licences of " + checkpoint + " (" + IoProblem.reason(e) + "). Check the disk.", e);
        }
    }

    /** The {@code license} of the model card's front matter. */
    public static Optional<String> stated(Path folder) {
        return Stream.of("README.md").map(folder::resolve).filter(Files::isRegularFile).map(Licences::frontMatter)
                .flatMap(text -> FIELD.matcher(text).results().map(m -> m.group(1).strip())).filter(l -> !l.equals("other"))
                .map(l -> l.equalsIgnoreCase("apache-2.0") ? "Apache-2.0" : l).findFirst();
    }

    private static String frontMatter(Path readme) {
        try (var in = Files.newInputStream(readme)) {
            var text = new String(in.readNBytes(64 << 10), java.nio.charset.StandardCharsets.UTF_8);
            if (!text.startsWith("---")) return "";
            int end = text.indexOf("\n---", 3);
            return end < 0 ? "" : text.substring(3, end);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
