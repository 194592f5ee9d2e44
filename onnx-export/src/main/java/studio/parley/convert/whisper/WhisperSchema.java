package studio.parley.convert.whisper;

import java.util.Arrays;
import studio.parley.convert.checkpoint.layout.TensorSet;
import studio.parley.problem.Problem;

/** Every tensor that the graphs read, with its shape: a checkpoint whose tensors and sizes differ is refused before anything is written. */
record WhisperSchema(TensorSet weights, WhisperConfig sizes) {
    static void check(TensorSet weights, WhisperConfig sizes) {
        if (sizes.width() % sizes.encoderHeads() != 0 || sizes.width() % sizes.decoderHeads() != 0) {
            throw Problem.model(weights.path() + ": the width " + sizes.width() + " is not a multiple of the number of heads. Use the config.json that belongs to these weights.");
        }
        new WhisperSchema(weights, sizes).check();
    }

    private void check() {
        int width = sizes.width();
        require("encoder.conv1.weight", width, sizes.melBins(), 3);
        require("encoder.conv1.bias", width);
        require("encoder.conv2.weight", width, width, 3);
        require("encoder.conv2.bias", width);
        require("encoder.embed_positions.weight", sizes.audioPositions(), width);
        require("decoder.embed_positions.weight", sizes.textPositions(), width);
        require("decoder.embed_tokens.weight", sizes.vocabulary(), width);
        for (int i = 0; i < sizes.encoderLayers(); i++) layer("encoder.layers." + i + ".", "self_attn");
        for (int i = 0; i < sizes.decoderLayers(); i++) layer("decoder.layers." + i + ".", "self_attn", "encoder_attn");
        norm("encoder.layer_norm");
        norm("decoder.layer_norm");
    }

    private void layer(String name, String... attentions) {
        int width = sizes.width();
        for (var attention : attentions) {
            for (var part : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                require(name + attention + "." + part + ".weight", width, width);
                if (weights.has(name + attention + "." + part + ".bias")) require(name + attention + "." + part + ".bias", width);
            }
            norm(name + attention + "_layer_norm");
        }
        long inner = weights.matrix(name + "fc1.weight")[0];
        require(name + "fc1.weight", inner, width);
        require(name + "fc1.bias", inner);
        require(name + "fc2.weight", width, inner);
        require(name + "fc2.bias", width);
        norm(name + "final_layer_norm");
    }

    private void norm(String name) {
        require(name + ".weight", sizes.width());
        require(name + ".bias", sizes.width());
    }

    private void require(String name, long... shape) {
        var is = weights.shape(name);
        if (!Arrays.equals(is, shape)) {
            throw Problem.model(weights.path() + ": tensor " + name + " is " + Arrays.toString(is) + ", but the config says " + Arrays.toString(shape)
                    + ". Use the config.json that belongs to these weights.");
        }
    }
}
