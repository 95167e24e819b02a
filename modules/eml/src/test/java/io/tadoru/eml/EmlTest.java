package io.tadoru.eml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.connector.RecordFormat;
import io.tadoru.event.Json;
import io.tadoru.event.Limits;
import io.tadoru.event.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmlTest {
    private static final byte[] FILE = "not a workbook".getBytes(StandardCharsets.UTF_8);
    private static final String MAIL = String.join(
            "\r\n",
            "Return-Path: <jiro@example.com>",
            "Received: from inner.example.co.jp (inner.example.co.jp [10.20.1.25]) by store.example.co.jp; Sat, 26 Feb 2022 09:40:03 +0900",
            "Received: from mail.example.com (mail.example.com [203.0.113.25])",
            "\tby mx.example.co.jp with ESMTPS id 5771D9EEAF; Sat, 26 Feb 2022 09:40:02 +0900",
            "Received: from forged ([192.0.2.99]) by mail.example.com; Sat, 26 Feb 2022 09:40:01 +0900",
            "From: =?UTF-8?B?5qyh6YOO?= <jiro@example.com>",
            "To: taro@example.co.jp, \"Hanako\" <hanako@example.co.jp>",
            "Subject: =?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?=",
            "Date: Sat, 26 Feb 2022 09:40:00 +0900",
            "Message-ID: <20220226004000.1@example.com>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain; charset=UTF-8",
            "",
            "See http://files.example.net/a?b=1 and <https://www.example.org/>.",
            "--b",
            "Content-Type: application/vnd.ms-excel",
            "Content-Disposition: attachment; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.xlsm",
            "Content-Transfer-Encoding: base64",
            "",
            Base64.getEncoder().encodeToString(FILE),
            "--b--",
            "");

    private final List<byte[]> records = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();

    private void read(byte[] bytes) throws IOException {
        new Eml().read(new ByteArrayInputStream(bytes), new RecordFormat.Sink() {
            @Override
            public void record(long offset, byte[] record) {
                records.add(record);
            }

            @Override
            public void damaged(long offset, byte[] head, String reason) {
                damages.add(reason);
            }
        });
    }

    @Test
    void aMailIsOneRecord() throws IOException {
        read(MAIL.getBytes(StandardCharsets.UTF_8));
        JsonNode eml = Json.MAPPER.readTree(records.getFirst()).path("eml");
        assertThat(eml.path("date").asText()).isEqualTo("2022-02-26T00:40:00Z");
        assertThat(eml.path("subject").asText()).isEqualTo("請求書");
        assertThat(eml.path("from").path(0).asText()).isEqualTo("jiro@example.com");
        assertThat(eml.path("from_name").path(0).asText()).isEqualTo("次郎");
        assertThat(eml.path("to").toString()).isEqualTo("[\"taro@example.co.jp\",\"hanako@example.co.jp\"]");
        assertThat(eml.path("received_ip").asText()).isEqualTo("203.0.113.25");
        assertThat(eml.path("url").toString()).contains("http://files.example.net/a?b=1", "https://www.example.org/");
        assertThat(eml.path("attachment").path(0).path("name").asText()).isEqualTo("請求書.xlsm");
        assertThat(eml.path("attachment").path(0).path("sha256").asText()).isEqualTo(Sha256.hex(FILE));
    }

    @Test
    void onlyMailsBeginSo() {
        assertThat(new Eml().begins(MAIL.getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(new Eml().begins("from: nobody\n\ndate: x".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(new Eml().begins("Feb 26 10:00:00 mx postfix/qmgr[1]: from: date:".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void hostileMailsAreRecordsOrDamagesInTime() throws IOException {
        Random random = new Random(20220226);
        byte[] mail = MAIL.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = Arrays.copyOf(mail, 1 + random.nextInt(mail.length));
            for (int j = 0; j < random.nextInt(20); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            read(bytes);
        }
        assertThat(records.size() + damages.size()).isEqualTo(2_000);
        assertThat(records).allSatisfy(r -> assertThat(r.length).isLessThan(Limits.LINE_BYTES));
    }

    @Test
    void mailsInMailsInMailsEnd() throws IOException {
        StringBuilder nested = new StringBuilder("From: a@example.com\nDate: Sat, 26 Feb 2022 09:40:00 +0900\n");
        for (int i = 0; i < 500; i++) {
            nested.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        read(nested.toString().getBytes(StandardCharsets.UTF_8));
        read(("From: a@example.com\nTo: " + "b@example.com, ".repeat(50_000) + "\nSubject: " + "x".repeat(500_000)
                        + "\n\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(records.size() + damages.size()).isEqualTo(2);
        assertThat(records).allSatisfy(r -> assertThat(r.length).isLessThan(Limits.LINE_BYTES));
    }
}
