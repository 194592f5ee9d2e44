package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.checkpoint.config.MimiConfigs;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.checkpoint.layout.KyutaiLayout;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.TransformersLayout;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.problem.Problem;

/**
 * A separate codec: {@code kyutai/mimi} in transformers' names, Kyutai's own file, or the codec inside another CSM checkpoint.
 *
 * @param tensors under transformers' names, without {@code codec_model.}
 * @param layout "transformers" or "kyutai"
 */
record MimiFile(MimiConfig config, TensorSet tensors, String layout, List<Path> files) {
    /** {@code beside} is the codec_config of the language model, for a file that has no config of its own. */
    static MimiFile open(Path path, MappedFiles open, Optional<ConfigReader> beside) {
        var files = CheckpointFiles.find(path);
        var raw = TensorRenamer.foldWeightNorm(open.open(files, path));
        var own = files.config().map(ConfigReader::of).flatMap(MimiFile::codecKeys);
        var sources = new java.util.ArrayList<>(files.weights());
        if (own.isPresent()) sources.add(own.get().file());
        if (KyutaiLayout.is(raw)) {
            var config = own.or(() -> beside).map(MimiConfigs::read).orElseGet(() -> PublishedMimi.CONFIG.withQuantizers(KyutaiLayout.quantizers(raw)));
            return new MimiFile(config, KyutaiLayout.inTransformersNames(raw, config), "kyutai", sources);
        }
        var inside = raw.names().stream().anyMatch(n -> n.startsWith("codec_model."));
        var tensors = (inside ? raw.under("codec_model.") : raw).renamed(TransformersLayout::codecName);
        if (!TransformersLayout.isMimi(tensors)) {
            throw Problem.model(path + " does not contain Mimi. Pass the model.safetensors of kyutai/mimi or Kyutai's tokenizer-….safetensors "
                    + "with --mimi.");
        }
        return new MimiFile(own.or(() -> beside).map(MimiConfigs::read).orElse(PublishedMimi.CONFIG), tensors, "transformers", sources);
    }

    private static Optional<ConfigReader> codecKeys(ConfigReader config) {
        var type = config.text("model_type").orElse("");
        if (type.equals("mimi")) return Optional.of(config);
        return config.child("codec_config");
    }
}
