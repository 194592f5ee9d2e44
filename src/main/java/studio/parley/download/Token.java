package studio.parley.download;

import studio.parley.problem.Problem;

/** A user's access token. Its text is only ever sent to the server it is for: it has no text form. */
public final class Token {
    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /** The token in a text such as a file's; spaces and line breaks around it are ignored. */
    public static Token of(String text) {
        var secret = text.strip();
        if (!secret.matches("[\\x21-\\x7e]{1,1000}")) throw Problem.input("This is not an access token: it must be one word, such as hf_… Copy it again.");
        return new Token(secret);
    }

    public String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
