package studio.parley.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracedTest {
    @Test
    void anyTrespassIsSeen() {
        var wrong = List.of(
                "openat(AT_FDCWD</home/u>, \"/tmp/mat-debug-7.log\", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 31</tmp/mat-debug-7.log>",
                "openat(6</tmp/hsperfdata_u>, \"7\", O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC, 0600) = 6</tmp/hsperfdata_u/7>",
                "mkdir(\"/asked/../home\", 0700) = 0",
                "rename(\"/asked/a\", \"/elsewhere/a\") = 0",
                "socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_UDP) = 9<UDP:[1]>",
                "connect(9<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr(\"1.2.3.4\")}, 16) = -1 EINPROGRESS (Operation now in progress)",
                "connect(9<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path=\"/run/other/socket\"}, 110) = 0",
                "sendto(9<UDP:[1]>, \"x\", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1");
        for (var line : wrong) assertEquals(List.of(line), Traced.trespasses(List.of(line), List.of(Path.of("/asked"))));
        var right = List.of(
                "openat(AT_FDCWD</home/u>, \"/etc/passwd\", O_RDONLY|O_CLOEXEC) = 4</etc/passwd>",
                "openat(AT_FDCWD</home/u>, \"/tmp/x\", O_RDWR|O_CREAT, 0600) = -1 EACCES (Permission denied)",
                "openat(AT_FDCWD</asked>, \"a.wav\", O_RDWR|O_CREAT, 0600) = 5</asked/a.wav>",
                "socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 5<TCPv6:[2]>",
                "connect(4<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}, 110) = -1 ENOENT (No such file or directory)");
        assertEquals(List.of(), Traced.trespasses(right, List.of(Path.of("/asked"))));
        assertEquals(1, Traced.trespasses(Collections.nCopies(4, right.get(3)), List.of()).size());
        var option = right.get(3).replace("IPPROTO_IP", "IPPROTO_TCP");
        assertEquals(List.of(), Traced.trespasses(Collections.nCopies(5, option), List.of()));
        assertEquals(1, Traced.trespasses(Collections.nCopies(6, option), List.of()).size());
    }
}
