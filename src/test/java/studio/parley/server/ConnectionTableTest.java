package studio.parley.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of /proc/net/tcp and tcp6 of a machine with little-endian words. */
class ConnectionTableTest {
    private static final List<String> LINES = List.of(
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
            "   0: 0100007F:22B0 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1",
            "   1: 0100007F:22B0 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 2 1",
            "   2: 0100007F:22B0 0100007F:C351 08 00000000:00000000 00:00000000 00000000     0        0 3 1",
            "   3: 0000000000000000FFFF00000100007F:22B0 0000000000000000FFFF00000200A8C0:C352 01 00000000:00000000 00:00000000 00000000 0 0 4 1",
            "   4: 00000000000000000000000001000000:22B0 B80D0120000000000000000001000000:C353 01 00000000:00000000 00:00000000 00000000 0 0 5 1", "");

    @BeforeEach
    void needWordsOfThatOrder() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean isOpen(String local, String remote, int port) throws Exception {
        var server = new InetSocketAddress(InetAddress.getByName(local), 8880);
        var other = new InetSocketAddress(InetAddress.getByName(remote), port);
        assertEquals(false, ConnectionTable.of(LINES.subList(2, LINES.size())).isClosed(server, other), "a list without this server tells nothing");
        return !ConnectionTable.of(LINES).isClosed(server, other);
    }

    @Test
    void aConnectionIsOpenUntilTheOtherSideClosesIt() throws Exception {
        assertEquals(true, isOpen("127.0.0.1", "127.0.0.1", 50_000));
        assertEquals(false, isOpen("127.0.0.1", "127.0.0.1", 50_001), "waits to be closed");
        assertEquals(false, isOpen("127.0.0.1", "127.0.0.1", 50_002), "the port of another machine");
        assertEquals(true, isOpen("127.0.0.1", "192.168.0.2", 50_002), "an address of IPv4 on a socket of IPv6");
        assertEquals(true, isOpen("::1", "2001:db8::1", 50_003));
        assertEquals(false, isOpen("::1", "2001:db8::2", 50_003));
    }
}
