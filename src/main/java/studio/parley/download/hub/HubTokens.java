package studio.parley.download.hub;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import studio.parley.download.NetworkOptions;
import studio.parley.download.Token;
import studio.parley.io.Disk;
import studio.parley.io.PrivateFile;

/**
 * The user's Hugging Face token: from {@code HF_TOKEN} or the token file of other programs, as huggingface_hub finds it, else the one given to
 * Parley, which is kept in a file that only the user can read.
 *
 * @param own that file
 */
public record HubTokens(Path own, NetworkOptions options) {
    public Optional<Token> find() {
        var variables = Stream.of("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN").flatMap(v -> options.variable(v).stream());
        var files = Stream.concat(shared().stream(), Stream.of(own)).flatMap(f -> Disk.text(f).map(String::strip).filter(t -> !t.isEmpty()).stream());
        return Stream.concat(variables, files).findFirst().map(Token::of);
    }

    /** Keeps a token that the user has given to Parley. */
    public void keep(Token token) {
        PrivateFile.write(own, token.secret() + "\n");
    }

    private Optional<Path> shared() {
        var home = options.variable("HF_HOME").or(() -> options.variable("XDG_CACHE_HOME").map(c -> c + "/huggingface")).orElse("~/.cache/huggingface");
        return expanded(options.variable("HF_TOKEN_PATH").orElse(home + "/token"));
    }

    private Optional<Path> expanded(String path) {
        if (!path.startsWith("~/")) return Disk.path(path).filter(Path::isAbsolute);
        return options.variable("HOME").or(() -> options.variable("USERPROFILE")).flatMap(home -> Disk.path(home + path.substring(1)));
    }
}
