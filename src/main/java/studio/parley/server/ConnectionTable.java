package studio.parley.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The connections of this machine as Linux lists them in files (proc_pid_net(5)); other systems have no such list.
 *
 * @param open the addresses of both sides of those that nobody has closed
 * @param listening the ports at which somebody listens
 */
record ConnectionTable(Set<String> open, Set<String> listening) {
    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final String ESTABLISHED = "01";
    private static final String LISTENING = "0A";
    /** What precedes an address of IPv4 on a socket of IPv6. */
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    static ConnectionTable now() {
        return of(FILES.stream().flatMap(f -> lines(f).stream()).toList());
    }

    /** Of lines such as {@code 0: 0100007F:1F90 0100007F:C350 01 …}. */
    static ConnectionTable of(List<String> lines) {
        var open = new HashSet<String>();
        var listening = new HashSet<String>();
        for (var line : lines) {
            var fields = line.strip().split("\\s+", 5);
            if (fields.length < 4) continue;
            if (fields[3].equals(ESTABLISHED)) open.add(fields[1] + " " + fields[2]);
            if (fields[3].equals(LISTENING)) listening.add(fields[1].substring(fields[1].indexOf(':') + 1));
        }
        return new ConnectionTable(open, listening);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Whether the other side has closed a connection to a server; false if the system does not tell. */
    boolean isClosed(InetSocketAddress server, InetSocketAddress other) {
        return listening.contains(port(server)) && !open.contains(plain(server) + " " + plain(other)) && !open.contains(mapped(server) + " " + mapped(other));
    }

    private static String port(InetSocketAddress address) {
        return String.format(Locale.ROOT, "%04X", address.getPort());
    }

    private static String plain(InetSocketAddress address) {
        return words(address.getAddress().getAddress()) + ":" + port(address);
    }

    private static String mapped(InetSocketAddress address) {
        var bytes = address.getAddress().getAddress();
        var all = Arrays.copyOf(MAPPED, MAPPED.length + bytes.length);
        System.arraycopy(bytes, 0, all, MAPPED.length, bytes.length);
        return words(all) + ":" + port(address);
    }

    /** Words of 32 bits, each in the machine's byte order. */
    private static String words(byte[] bytes) {
        var out = new byte[bytes.length];
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        for (int i = 0; i < bytes.length; i++) out[i] = bytes[little ? i / 4 * 4 + 3 - i % 4 : i];
        return HexFormat.of().withUpperCase().formatHex(out);
    }
}
