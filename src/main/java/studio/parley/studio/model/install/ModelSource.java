package studio.parley.studio.model.install;

import java.util.List;
import java.util.Optional;
import studio.parley.download.hub.RepositoryName;
import studio.parley.problem.Problem;

/**
 * Where a model comes from. The names of the repositories and what they contain are verified in docs/decisions/0028.
 *
 * @param id what the user calls it: {@code csm-1b}, or {@code owner/name}
 * @param repositories in the order in which they are tried; a later one is used if the earlier ones cannot be read
 * @param terms author and licence of each part, as far as they are known before anything is looked up
 */
public record ModelSource(String id, String title, List<RepositoryName> repositories, List<String> terms) {
    private static final String MIMI = "Mimi codec by Kyutai: CC-BY-4.0";

    public static final ModelSource CSM_1B = new ModelSource("csm-1b", "CSM-1B", List.of(RepositoryName.of("unsloth", "csm-1b"), RepositoryName.of("sesame", "csm-1b")),
            List.of("CSM by Sesame AI Labs: Apache-2.0", MIMI, "Llama 3.2 tokenizer by Meta: Llama 3.2 Community License"));
    public static final ModelSource MARVIS = new ModelSource("marvis", "Marvis 250M", List.of(RepositoryName.of("Marvis-AI", "marvis-tts-250m-v0.1-transformers")),
            List.of("Marvis by Prince Canuma and Lucas Newman: Apache-2.0", MIMI));
    /** The models that can be had by a short name. */
    public static final List<ModelSource> KNOWN = List.of(CSM_1B, MARVIS);

    /** The codec of checkpoints that contain none. */
    static final RepositoryName CODEC = RepositoryName.of("kyutai", "mimi");
    /** Llama 3.2's tokenizer.json, for checkpoints that contain none. */
    static final RepositoryName TOKENIZER = RepositoryName.of("unsloth", "Llama-3.2-1B");

    /** @throws Problem if the text is neither a known model nor the name of a repository */
    public static ModelSource of(String text) {
        return KNOWN.stream().filter(s -> s.id.equalsIgnoreCase(text.strip())).findFirst().or(() -> RepositoryName.parse(text).map(ModelSource::of))
                .orElseThrow(() -> Problem.input("'" + text + "' is not a model that can be downloaded. Use csm-1b, marvis, or the OWNER/NAME of a repository on "
                        + "Hugging Face; 'parley models import' installs a folder or file."));
    }

    private static ModelSource of(RepositoryName name) {
        return new ModelSource(name.toString(), name.toString(), List.of(name), List.of());
    }

    /** The name of its folder, without the precision. */
    String folderName() {
        return KNOWN.contains(this) ? id : repositories.getFirst().name();
    }

    /** The name of its download. */
    String jobName() {
        return KNOWN.contains(this) ? id : id.replace("/", "--").replace("@", "--");
    }
}
