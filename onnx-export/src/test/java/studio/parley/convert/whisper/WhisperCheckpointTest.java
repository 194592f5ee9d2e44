package studio.parley.convert.whisper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.parley.golden.Golden;
import studio.parley.problem.Problem;

class WhisperCheckpointTest {
    @TempDir
    Path folder;

    private Path copy(String of, String... names) throws IOException {
        for (var name : names) Files.copy(Golden.folder(of, name), folder.resolve(name));
        return folder;
    }

    private Path published() throws IOException {
        return copy("whisper-tiny", "config.json", "generation_config.json", "model.safetensors", "tokenizer.json");
    }

    private Path cTranslate2() throws IOException {
        copy("whisper-tiny-ctranslate2", "config.json", "model.bin");
        return copy("whisper-tiny", "tokenizer.json");
    }

    @Test
    void readsWhatTransformersSaves() throws Exception {
        try (var read = WhisperCheckpoint.open(published())) {
            var sizes = read.sizes();
            assertEquals(List.of(32, 1, 2, 2, 4, 80, 1500, 448, 3000, 8), List.of(sizes.width(), sizes.encoderLayers(), sizes.encoderHeads(), sizes.decoderLayers(),
                    sizes.decoderHeads(), sizes.melBins(), sizes.audioPositions(), sizes.textPositions(), sizes.columns(), sizes.headSize()));
            assertEquals(List.of(List.of(1, 0), List.of(1, 3), List.of(0, 2)), sizes.alignmentHeads());
            assertEquals(3, sizes.suppress().size());
            var tokens = read.tokens();
            assertEquals(tokens.noTimestamps() + 1, tokens.firstTimestamp());
            assertEquals(tokens.start() - 1, tokens.end());
            assertEquals(null, tokens.transcribe());
            assertEquals("transformers", read.layout());
            assertEquals(4, read.sources().size());
        }
    }

    /** Bit by bit; CTranslate2 adds a bias of zeros where Whisper has none. */
    @Test
    void cTranslate2sFileHoldsTheSameTensors() throws Exception {
        try (var is = WhisperCheckpoint.open(cTranslate2()); var wanted = WhisperCheckpoint.open(Golden.folder("whisper-tiny"))) {
            assertEquals("ctranslate2", is.layout());
            for (var name : wanted.weights().names()) {
                if (name.equals("proj_out.weight")) continue;
                assertArrayEquals(wanted.weights().shape(name), is.weights().shape(name), name);
                assertArrayEquals(wanted.weights().all(name), is.weights().all(name), name);
            }
            var bias = is.weights().all("decoder.layers.1.encoder_attn.k_proj.bias");
            assertArrayEquals(new float[bias.length], bias);
            assertEquals(wanted.sizes().alignmentHeads(), is.sizes().alignmentHeads());
            assertEquals(wanted.sizes().suppressAtBegin(), is.sizes().suppressAtBegin());
            assertEquals(wanted.sizes().vocabulary(), is.sizes().vocabulary());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "config.json ; \"d_model\": 32 ; \"d_model\": 48 ; is [32, 80, 3], but the config says [48, 80, 3]",
            "config.json ; \"decoder_layers\": 2 ; \"decoder_layers\": 3 ; is missing tensor decoder.layers.2.",
            "config.json ; \"activation_function\": \"gelu\" ; \"activation_function\": \"relu\" ; activation_function is relu",
            "config.json ; \"decoder_attention_heads\": 4 ; \"decoder_attention_heads\": 5 ; the width 32 is not a multiple",
            "generation_config.json ; \"alignment_heads\": [ ; \"alignment_heads\": [[9, 9], ; alignment_heads names a head",
            "tokenizer.json ; startofprev ; before ; has no token <|startofprev|>"})
    void whatDoesNotFitIsNamed(String file, String from, String to, String sentence) throws Exception {
        published();
        var text = Files.readString(folder.resolve(file));
        var changed = text.replace(from, to);
        assertFalse(changed.equals(text), "the test changes nothing");
        Files.writeString(folder.resolve(file), changed);
        var message = String.valueOf(assertThrows(Problem.class, () -> WhisperCheckpoint.open(folder)).getMessage());
        assertTrue(message.contains(sentence), message);
        assertTrue(message.endsWith("."), message);
    }

    /** Whatever bytes are lost or changed: a sentence, or a checkpoint that is complete. */
    @Test
    void damagedCTranslate2FilesAreRefusedInASentence() throws Exception {
        var whole = Files.readAllBytes(cTranslate2().resolve("model.bin"));
        var random = new Random(5);
        for (int i = 0; i < 150; i++) {
            var bytes = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            // Heads of tensors, rather than their values.
            if (i % 3 != 0) for (int k = 0; k < 4; k++) bytes[random.nextInt(i % 3 == 1 ? 200 : bytes.length)] = (byte) random.nextInt();
            Files.write(folder.resolve("model.bin"), bytes);
            try (var read = WhisperCheckpoint.open(folder)) {
                read.weights().shape("decoder.embed_tokens.weight");
            } catch (Problem p) {
                assertTrue(p.getMessage().endsWith("."), p.getMessage());
            }
        }
    }
}
