package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import io.tadoru.casework.CaseMaterial;
import io.tadoru.casework.EvidencePackage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void hand() throws IOException {
        Map<String, Object> chain = Map.of("id", "c1", "case", "T-2022-0007", "host", "PC-0142\u001b[2J");
        try (OutputStream zip = Files.newOutputStream(zip())) {
            EvidencePackage.write(CaseMaterial.of(chain, List.of(), "Tadoru 0.1.0"), zip);
        }
    }

    private Path zip() {
        return folder.resolve("case.zip");
    }

    @Test
    void aPackageAsItWasMadeIsFine() {
        assertThat(verify(zip())).isZero();
        assertThat(out.toString())
                .contains(
                        "OK       timeline.html", "case T-2022-0007", "SHA-256 of manifest.json: ", "as they were made")
                .doesNotContain("\u001b", "CHANGED");
    }

    @Test
    void aChangedByteEndsWithOneAndNamesTheFile() throws IOException {
        byte[] bytes = Files.readAllBytes(zip());
        bytes[200] ^= 1;
        Files.write(zip(), bytes);
        assertThat(verify(zip())).isEqualTo(1);
        assertThat(out.toString())
                .contains("CHANGED  README.txt", "! README.txt is not what the manifest says", "NOT as it was made");
    }

    @Test
    void whatIsNoPackageOrIsNotThereIsSaidInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no zip");
        assertThat(verify(text)).isEqualTo(1);
        assertThat(out.toString()).contains("cannot be read as zip");
        assertThat(verify(folder.resolve("missing.zip"))).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read; give a package");
    }

    private int verify(Path path) {
        return Tadoru.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("verify", path.toString());
    }
}
