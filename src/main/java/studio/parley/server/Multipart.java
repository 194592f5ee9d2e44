package studio.parley.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body (RFC 7578). */
record Multipart(List<Part> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("multipart/form-data\\s*;.*?boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70})).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("content-disposition:[^\r\n]*?;\\s*name=(?:\"([^\"\r\n]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 100;

    /** A field or a file; the file's name is not of interest. */
    record Part(String name, byte[] content) {}

    static Multipart parse(String contentType, byte[] body) {
        var found = BOUNDARY.matcher(contentType);
        if (!found.matches()) throw malformed("is not a form");
        var boundary = found.group(1) == null ? found.group(2) : found.group(1);
        var mark = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        var out = new ArrayList<Part>();
        // The first boundary has no line break before it.
        int at = find(body, Arrays.copyOfRange(mark, 2, mark.length), 0) - 2;
        if (at < -2) throw malformed("has no parts");
        for (int next; !startsWith(body, "--", at + mark.length); at = next) {
            next = find(body, mark, at + mark.length);
            if (next < 0) throw malformed("ends too early");
            out.add(part(body, at + mark.length, next));
            if (out.size() > MOST) throw malformed("has too many parts");
        }
        return new Multipart(List.copyOf(out));
    }

    private static Part part(byte[] body, int from, int to) {
        int head = find(body, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), from);
        if (head < 0 || head > to) throw malformed("has a part without a header");
        var name = NAME.matcher(new String(body, from, head - from, StandardCharsets.UTF_8));
        if (!name.find()) throw malformed("has a part without a name");
        return new Part(name.group(1) == null ? name.group(2) : name.group(1), Arrays.copyOfRange(body, Math.min(to, head + 4), to));
    }

    private static boolean startsWith(byte[] body, String text, int at) {
        return at + text.length() <= body.length && new String(body, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    private static int find(byte[] body, byte[] mark, int from) {
        for (int i = from; i + mark.length <= body.length; i++) {
            if (body[i] == mark[0] && Arrays.equals(body, i, i + mark.length, mark, 0, mark.length)) return i;
        }
        return -1;
    }

    Optional<byte[]> find(String name) {
        return parts.stream().filter(p -> p.name().equals(name)).map(Part::content).findFirst();
    }

    Optional<String> text(String name) {
        return find(name).map(b -> new String(b, StandardCharsets.UTF_8).strip()).filter(t -> !t.isEmpty());
    }

    private static ApiError malformed(String how) {
        return ApiError.request(400, "invalid_form", "The body " + how + ". Send multipart/form-data with the part 'file'.");
    }
}
