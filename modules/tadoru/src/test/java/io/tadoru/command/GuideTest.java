package io.tadoru.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.Tadoru;
import io.tadoru.event.Json;
import io.tadoru.event.RawRecord;
import io.tadoru.event.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Does what {@code docs/write-a-connector.md} says, step by step, and sees what it says that one sees. */
class GuideTest {
    private static final Path GUIDE = Path.of(System.getProperty("tadoru.root"), "docs/write-a-connector.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)(?: ([^\\n]+))?\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void everyStepDoesWhatTheGuideSays() throws IOException {
        Files.createDirectories(folder.resolve("connectors"));
        Files.write(folder.resolve("rejects.ndjson"), List.of(reject("00"), reject("01")));
        int commands = 0;
        for (MatchResult block :
                FENCE.matcher(Files.readString(GUIDE)).results().toList()) {
            String body = block.group(3);
            if (block.group(1).equals("console")) {
                commands += console(body);
            } else if (block.group(2) != null) {
                Path file = folder.resolve(block.group(2));
                Files.createDirectories(file.getParent());
                Files.writeString(file, body);
            }
        }
        assertThat(commands).isEqualTo(5);
    }

    private static String reject(String second) {
        byte[] line = ("Feb 26 10:04:" + second
                        + " gate1 other: who=taro from=10.20.30.142 to=192.0.2.7 verdict=blocked")
                .getBytes(StandardCharsets.UTF_8);
        return Json.text(Reject.rejected(new RawRecord("1", "gate", "x", "p", Instant.EPOCH, line), "no reason"));
    }

    /** Each command, and what its output must hold in this order; gives how many there were. */
    private int console(String body) {
        List<List<String>> steps = new ArrayList<>();
        for (String line : body.lines().toList()) {
            if (line.startsWith("$ ")) {
                steps.add(new ArrayList<>(List.of(line.substring(2))));
            } else {
                steps.get(steps.size() - 1).add(line);
            }
        }
        steps.forEach(step -> {
            String output = run(step.get(0));
            assertThat(output).as(step.get(0)).contains(step.subList(1, step.size()));
        });
        return steps.size();
    }

    /** In this process, with the folder for the current one. */
    private String run(String command) {
        assertThat(command).startsWith("tadoru ");
        List<String> words = List.of(command.split(" ")).stream()
                .skip(1)
                .map(word -> Files.isRegularFile(folder.resolve(word))
                        ? folder.resolve(word).toString()
                        : word)
                .collect(Collectors.toCollection(ArrayList::new));
        words.add("--set=connectors.directory=" + folder.resolve("connectors"));
        StringWriter said = new StringWriter();
        String printed = CapturedOutput.of(() -> {
            CommandLine line =
                    Tadoru.commandLine().setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
            line.execute(words.toArray(String[]::new));
        });
        return (said + printed).replace(folder + "/", "");
    }

    /** What is written to the standard output itself. */
    private static final class CapturedOutput {
        private CapturedOutput() {}

        static String of(Runnable run) {
            PrintStream before = System.out;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            try {
                run.run();
            } finally {
                System.setOut(before);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
