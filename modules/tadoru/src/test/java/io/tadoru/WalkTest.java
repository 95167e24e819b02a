package io.tadoru;

import static org.assertj.core.api.Assertions.assertThat;

import io.tadoru.correlate.CorrelateTopics;
import io.tadoru.normalize.NormalizeTopics;
import io.tadoru.runtime.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walk names only what is there. */
class WalkTest {
    private static final Path ROOT = Path.of(System.getProperty("tadoru.root"));
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void everyClassOnTheWalkExists() throws IOException {
        Set<String> named = named("[A-Z]\\w+");

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyTopicOnTheWalkExists() throws IOException {
        Set<String> topics = Stream.concat(
                        Stream.of(
                                Topics.RAW,
                                Topics.EVENTS,
                                Topics.OBSERVATIONS,
                                Topics.BINDINGS,
                                Topics.MARKS,
                                Topics.RULES,
                                Topics.INDICATORS,
                                Topics.CHAINS,
                                Topics.DECISIONS,
                                Topics.NOTIFICATIONS,
                                Topics.REJECTS),
                        Stream.concat(CorrelateTopics.INTERNAL.stream(), NormalizeTopics.INTERNAL.stream()))
                .collect(Collectors.toSet());

        assertThat(topics).containsAll(named("tadoru\\.\\w+"));
    }

    private static Set<String> named(String form) throws IOException {
        return CODE.matcher(Files.readString(ROOT.resolve("docs/walk.md")))
                .results()
                .map((MatchResult code) -> code.group(1))
                .filter(name -> name.matches(form))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
