package studio.parley.convert.checkpoint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationDefaultsTest {
    @TempDir
    Path folder;

    @Test
    void absentKeysTakeThePublishedOnes() throws Exception {
        assertEquals(new GenerationDefaults(0.9, 50, 0.9, 50, 125), GenerationDefaults.read(folder, 2051));
        write("""
                {"depth_decoder_do_sample":true,"depth_decoder_temperature":0.7,"depth_decoder_top_k":20,
                "do_sample":true,"max_new_tokens":600,"temperature":0.6}""");
        assertEquals(new GenerationDefaults(0.6, 50, 0.7, 20, 600), GenerationDefaults.read(folder, 2051));
    }

    @Test
    void noSamplingIsTemperatureZeroAndNoLimitIsTheVocabulary() throws Exception {
        write("{\"do_sample\":false,\"temperature\":0.6,\"top_k\":0,\"depth_decoder_top_k\":100000}");
        assertEquals(new GenerationDefaults(0, 2051, 0.9, 2051, 125), GenerationDefaults.read(folder, 2051));
    }

    private void write(String json) throws Exception {
        Files.writeString(folder.resolve("generation_config.json"), json);
    }
}
