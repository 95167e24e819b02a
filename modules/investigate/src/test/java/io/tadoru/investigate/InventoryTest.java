package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tadoru.event.Identity;
import io.tadoru.event.Strength;
import io.tadoru.identity.BindingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path folder;

    private List<BindingRow> read(String csv) throws IOException {
        return Inventory.read(Files.writeString(folder.resolve("pcs.csv"), csv), TOKYO);
    }

    @Test
    void eachNameOfARowIsTheHostsFromThenUntilThen() throws IOException {
        List<BindingRow> rows = read("""
                \uFEFFhost,ip,mac,user,mail,from,to
                pc-0142.example.co.jp,10.20.30.142,00:53:00:aa:bb:cc,EXAMPLE\\taro,Taro@example.co.jp,2022-02-01,2022-03-01
                """);

        assertThat(rows)
                .extracting(r -> r.identity().toString())
                .containsExactly("ip:10.20.30.142", "mac:00-53-00-AA-BB-CC", "user:taro", "mail:taro@example.co.jp");
        assertThat(rows).allSatisfy(r -> {
            assertThat(r.host()).isEqualTo("PC-0142");
            assertThat(r.strength()).isEqualTo(Strength.INVENTORY);
            assertThat(r.first()).isEqualTo(Instant.parse("2022-01-31T15:00:00Z"));
            assertThat(r.last()).isEqualTo(Instant.parse("2022-02-28T15:00:00Z").minusNanos(1));
        });
    }

    @Test
    void emptyCellsSayNothingAndNoDatesMeanAlways() throws IOException {
        List<BindingRow> rows = read("Host, User, IP\nPC-0007, jiro,\n\n# old\n");

        assertThat(rows).extracting(BindingRow::identity).containsExactly(Identity.user("jiro"));
        assertThat(rows.get(0).first()).isBefore(Instant.EPOCH);
    }

    @Test
    void aMistakeNamesFileLineAndWhatToDo() {
        assertThatThrownBy(() -> read("host,adress\nPC-1,10.20.30.1\n"))
                .hasMessageContaining("pcs.csv:1: no column 'adress'")
                .hasMessageContaining("ip, mac, user, mail");
        assertThatThrownBy(() -> read("host,ip\nPC-1,10.20.30.1\n,10.20.30.2\n"))
                .hasMessageContaining("pcs.csv:3: host is empty");
        assertThatThrownBy(() -> read("host,ip\nPC-1,10.20.30.999\n")).hasMessageContaining("pcs.csv:2: ip");
        assertThatThrownBy(() -> read("host,ip,from\nPC-1,10.20.30.1,soon\n")).hasMessageContaining("'soon'");
        assertThatThrownBy(() -> read("ip\n10.20.30.1\n")).hasMessageContaining("heading needs host");
    }
}
