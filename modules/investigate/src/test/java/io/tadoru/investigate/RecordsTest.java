package io.tadoru.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.event.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void aLineOfExactlyTheLimitIsReadWithAndWithoutCarriageReturn() throws IOException {
        byte[] line = new byte[Limits.LINE_BYTES];
        Arrays.fill(line, (byte) 'x');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(line);
        bytes.write("\r\n\r\n\n".getBytes(StandardCharsets.UTF_8));
        bytes.write(line);

        Records lines = new Records(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(lines.next()).isInstanceOf(Records.Line.Whole.class);
        Records.Line second = lines.next();
        assertThat(second).isInstanceOf(Records.Line.Whole.class);
        assertThat(second == null ? -1 : second.offset()).isEqualTo(Limits.LINE_BYTES + 5);
        assertThat(lines.next()).isNull();
        assertThat(lines.blank()).isEqualTo(2);
    }
}
