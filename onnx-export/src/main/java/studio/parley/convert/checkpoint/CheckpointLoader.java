package studio.parley.convert.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.parley.convert.checkpoint.config.ConfigReader;
import studio.parley.convert.checkpoint.config.CsmConfigs;
import studio.parley.convert.checkpoint.config.MimiConfigs;
import studio.parley.convert.checkpoint.config.PublishedMimi;
import studio.parley.convert.checkpoint.config.SesameConfigs;
import studio.parley.convert.checkpoint.layout.GqaExpansion;
import studio.parley.convert.checkpoint.layout.KyutaiLayout;
import studio.parley.convert.checkpoint.layout.SesameLayout;
import studio.parley.convert.checkpoint.layout.TensorRenamer;
import studio.parley.convert.checkpoint.layout.TensorSchema;
import studio.parley.convert.checkpoint.layout.TensorSchemaCheck;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.convert.checkpoint.layout.TiedEmbeddings;
import studio.parley.convert.checkpoint.layout.TransformersLayout;
import studio.parley.convert.checkpoint.layout.WeightTensor;
import studio.parley.convert.weights.CsmConfig;
import studio.parley.convert.weights.MimiConfig;
import studio.parley.problem.Problem;

/** Combines language model and codec under transformers' names, and checks them against their sizes. */
record CheckpointLoader(CsmConfig config, int positions, TensorSet tensors, String layout, String mimiLayout, List<Path> mimiFiles, String dtype,
        List<String> ignored) {
    static final String CODEC = "codec_model.";
    /** Prefixes of training programs. */
    static final String[] WRAPPERS = {"module.", "_orig_mod.", "model."};

    static CheckpointLoader load(Path path, CheckpointFiles files, @Nullable Path mimi, Optional<LoraAdapter> adapter, MappedFiles open) {
        var raw = open.open(files, path).withoutPrefix(WRAPPERS);
        AdapterLocator.refuseIn(raw);
        var config = files.config().map(ConfigReader::of);
        config.ifPresent(CheckpointLoader::refuseQuantised);
        if (TransformersLayout.is(raw)) return transformers(path, raw, config, mimi, adapter, open);
        if (SesameLayout.is(raw)) return sesame(path, raw, config, mimi, adapter, open);
        if (KyutaiLayout.is(raw) || TransformersLayout.isMimi(raw)) {
            throw Problem.model(path + " contains only a codec (Mimi). Convert a CSM checkpoint and pass this file with --mimi.");
        }
        var some = raw.names().stream().limit(3).toList();
        throw Problem.model(path + " is not a CSM checkpoint (it contains " + (some.isEmpty() ? "no tensors" : String.join(", ", some) + " …")
                + "). Choose one in transformers' or Sesame's layout.");
    }

    private static CheckpointLoader transformers(Path path, TensorSet raw, Optional<ConfigReader> config, @Nullable Path mimi,
            Optional<LoraAdapter> adapter, MappedFiles open) {
        var keys = config.orElseThrow(() -> Problem.model(path + " has no config.json next to it. Download it into "
                + "the same folder."));
        keys.require("model_type", "csm", "csm");
        if (!keys.flag("tie_codebooks_embeddings", true)) requireBothTables(raw);
        var codec = keys.child("codec_config");
        if (mimi == null) {
            var inside = TensorRenamer.foldWeightNorm(raw.under(CODEC).renamed(TransformersLayout::codecName));
            if (inside.names().isEmpty()) throw noCodec(path);
            var sizes = CsmConfigs.read(keys, codec.map(MimiConfigs::read).orElse(PublishedMimi.CONFIG));
            return joined(path, sizes, keys, raw, inside, adapter, "transformers", "transformers",
                    List.of());
        }
        var file = MimiFile.open(mimi, open, codec);
        return joined(path, CsmConfigs.read(keys, file.config()), keys, raw, file.tensors(), adapter, "transformers",
                file.layout(), file.files());
    }

    private static CheckpointLoader sesame(Path path, TensorSet raw, Optional<ConfigReader> config, @Nullable Path mimi,
            Optional<LoraAdapter> adapter, MappedFiles open) {
        if (mimi == null) throw noCodec(path);
        var file = MimiFile.open(mimi, open, config.flatMap(c -> c.child("codec_config")));
        var sizes = SesameConfigs.read(config.orElse(null), raw, file.config());
        var named = SesameLayout.inTransformersNames(raw, sizes);
        return joined(path, sizes, config.orElse(null), named, file.tensors(), adapter, "sesame", file.layout(), file.files());
    }

    private static CheckpointLoader joined(Path path, CsmConfig said, @Nullable ConfigReader keys, TensorSet language, TensorSet codec,
            Optional<LoraAdapter> adapter, String layout, String mimiLayout, List<Path> mimiFiles) {
        checkVocabulary(path, said);
        checkMimi(path, said.mimi(), said);
        var whole = together(path, language, codec);
        if (adapter.isPresent()) whole = adapter.get().merge(whole);
        var mimi = whole.under(CODEC);
        var ignored = new ArrayList<>(TensorSchemaCheck.require(mimi, TensorSchema.of(said.mimi())).stream().map(CODEC::concat).toList());
        var c = said.with(GqaExpansion.spread(said.mimi()));
        var tensors = together(path, TiedEmbeddings.resolved(whole), GqaExpansion.spread(mimi, said.mimi()));
        TensorSchemaCheck.require(tensors, TensorSchema.of(c, tensors.has(TiedEmbeddings.DEPTH))).stream().filter(n -> !n.startsWith(CODEC)).forEach(ignored::add);
        int positions = keys == null ? CsmConfigs.USUAL_POSITIONS : keys.size("max_position_embeddings", CsmConfigs.USUAL_POSITIONS);
        return new CheckpointLoader(c, positions, tensors, layout, mimiLayout, mimiFiles, dtype(tensors), ignored);
    }

    /** The language model's tensors, and the codec's under their prefix. */
    private static TensorSet together(Path path, TensorSet language, TensorSet codec) {
        Map<String, WeightTensor> all = new LinkedHashMap<>();
        language.tensors().forEach((name, tensor) -> {
            if (!name.startsWith(CODEC)) all.put(name, tensor);
        });
        codec.tensors().forEach((name, tensor) -> all.put(CODEC + name, tensor));
        return new TensorSet(path, all);
    }

    private static void requireBothTables(TensorSet raw) {
        raw.get(TiedEmbeddings.BACKBONE);
        raw.get(TiedEmbeddings.DEPTH);
    }

    /** Codes are stored in 16 bits, and every codebook has its own unrolled step. */
    private static void checkVocabulary(Path path, CsmConfig c) {
        if (c.codebooks() < 2 || c.codebooks() > ConfigReader.FEW || c.audioVocab() < 1 || c.audioVocab() > 1 << 16) {
            throw Problem.model(path + " has " + c.codebooks() + " codebooks of " + c.audioVocab()
                    + " codes, unlike any model of this family. Convert a CSM checkpoint.");
        }
    }

    private static void checkMimi(Path path, MimiConfig mimi, CsmConfig c) {
        if (mimi.numQuantizers() < c.codebooks()) {
            throw Problem.model(path + " uses " + c.codebooks() + " codebooks, but its codec has only " + mimi.numQuantizers()
                    + ". Pass the codec it was trained with as --mimi.");
        }
        if (mimi.codebookSize() > c.audioVocab()) {
            throw Problem.model(path + " has " + c.audioVocab() + " codes per codebook, but its codec has " + mimi.codebookSize()
                    + ". Pass the codec it was trained with as --mimi.");
        }
    }

    private static String dtype(TensorSet tensors) {
        var tensor = tensors.get("backbone_model.layers.0.self_attn.v_proj.weight");
        if (tensor instanceof LoraMergedTensor merged) tensor = merged.base();
        return tensor instanceof MappedTensor stored ? stored.entry().dtype().name() : "F32";
    }

    private static Problem noCodec(Path path) {
        return Problem.model(path + " contains no codec. Pass Mimi with --mimi FILE (model.safetensors of kyutai/mimi, or Kyutai's "
                + "tokenizer-e351c8d8-checkpoint125.safetensors).");
    }

    static void refuseQuantised(ConfigReader config) {
        if (config.has("quantization_config") || config.has("quantization")) {
            throw Problem.model(config.file() + " describes quantised weights. Convert from the original weights in F32, BF16 or F16; "
                    + "Parley quantises them itself.");
        }
    }
}
