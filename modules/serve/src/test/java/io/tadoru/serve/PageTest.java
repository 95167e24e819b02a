package io.tadoru.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the page without a browser. */
class PageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("tadoru.root")).resolve("modules/serve/src/main/resources/io/tadoru/serve/page");
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("from '(\\./[^']+)'|^import '(\\./[^']+)'", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("'([a-zA-Z]+\\.[^']*|wait)':|^  (wait):", Pattern.MULTILINE);

    @Test
    void everythingThatTheFirstPageNamesIsThere() throws IOException {
        String index = read(PAGE.resolve("index.html"));
        Stream<String> named = ADDRESS.matcher(index).results().map(r -> r.group(1));

        assertThat(Stream.concat(named, imports(index)).filter(a -> !served(a))).isEmpty();
    }

    private static Stream<String> imports(String index) throws IOException {
        String map = index.substring(index.indexOf("importmap\">") + 11, index.indexOf("</script>"));
        JsonNode names = Json.MAPPER.readTree(map).path("imports");
        return names.valueStream().map(JsonNode::asText).filter(a -> !a.endsWith("/"));
    }

    private static boolean served(String address) {
        return address.startsWith("/webjars/")
                ? PageTest.class.getResource("/META-INF/resources" + address) != null
                : Files.isRegularFile(PAGE.resolve(address.substring(1)));
    }

    @Test
    void everyModuleImportsOnlyWhatIsThere() {
        for (Path module : assets(".js")) {
            assertThat(IMPORT.matcher(read(module)).results().map(PageTest::imported))
                    .as(module.toString())
                    .allMatch(name -> Files.isRegularFile(module.resolveSibling(name)));
        }
    }

    private static String imported(MatchResult found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    @Test
    void bothLanguagesSayTheSame() {
        Set<String> english = keys("words.en.js");

        assertThat(english).hasSizeGreaterThan(150);
        assertThat(keys("words.ja.js")).isEqualTo(english);
    }

    /** English alone has a form for a single thing. */
    private static Set<String> keys(String file) {
        return KEY.matcher(read(PAGE.resolve("assets").resolve(file)))
                .results()
                .map(r -> r.group(1) != null ? r.group(1) : r.group(2))
                .filter(key -> !key.endsWith(".one"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noTextIsEverReadAsMarkupAndNothingComesFromElsewhere() {
        for (Path file : assets(".js")) {
            assertThat(read(file))
                    .as(file.toString())
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacent", "unsafe", "eval(", "document.write", " style=")
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org)[a-z]");
        }
        for (Path file : assets(".css")) {
            assertThat(read(file)).as(file.toString()).doesNotContain("url(", "@import");
        }
    }

    @Test
    void aModuleIsOneIdeaAndFitsOnOneScreenOrTwo() {
        for (Path file : assets(".js")) {
            assertThat(read(file)).as(file.toString()).startsWith("/**");
            assertThat(read(file).lines().count()).as(file.toString()).isLessThan(200);
        }
    }

    private static List<Path> assets(String ending) {
        try (Stream<Path> files = Files.list(PAGE.resolve("assets"))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
