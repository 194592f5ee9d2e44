package studio.parley.download;

import java.net.URI;
import studio.parley.problem.Problem;

/** A server refuses a file to this user: the licence is not accepted, or a token is missing or not valid. */
public final class AccessProblem extends Problem {
    private static final long serialVersionUID = 1;
    private final URI page;

    /** @param page where the licence is accepted */
    public AccessProblem(String sentence, URI page) {
        super(Kind.MODEL, sentence);
        this.page = page;
    }

    public URI page() {
        return page;
    }
}
