package io.tadoru;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder list is the architecture: nouns are what things are, verbs are what happens. */
class ArchitectureTest {
    /** Each noun, and the nouns that it may use. */
    private static final Map<String, Set<String>> NOUNS = Map.of(
            "event", Set.of(),
            "connector", Set.of("event"),
            "evtx", Set.of("event", "connector"),
            "eml", Set.of("event", "connector"), // found by ServiceLoader: nobody uses it by name
            "identity", Set.of("event"),
            "detection", Set.of("event"),
            "chain", Set.of("event", "detection"),
            "casework", Set.of("event", "chain", "detection"), // a chain's nodes hold the marks they were made of
            "store", Set.of("event", "chain"),
            "runtime", Set.of("event"));

    /** Each verb, and the nouns that it may use; {@code event} is what flows, so all may. */
    private static final Map<String, Set<String>> VERBS = Map.of(
            "collect", Set.of("event", "connector", "runtime"),
            "normalize", Set.of("event", "connector", "identity", "detection", "runtime"),
            "correlate", Set.of("event", "identity", "detection", "chain", "runtime"),
            "index", Set.of("event", "store", "identity", "runtime"),
            "serve", Set.of("event", "store", "casework", "chain", "runtime"),
            "investigate", Set.of("event", "connector", "identity", "detection", "chain", "casework"));

    /** What stands around them, which no noun or verb may know. */
    private static final Set<String> AROUND = Set.of("local", "simulator", "command", "pipeline", "demo", "dashboards");

    private static final List<String> PURE =
            List.of("event", "connector", "evtx", "identity", "detection", "chain", "casework");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.tadoru");

    static Stream<String> nouns() {
        return NOUNS.keySet().stream().sorted();
    }

    static Stream<String> verbs() {
        return VERBS.keySet().stream().sorted();
    }

    static Stream<String> pure() {
        return PURE.stream();
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Stream.concat(nouns(), Stream.concat(verbs(), AROUND.stream())))
                .allSatisfy(module -> assertThat(CLASSES.stream()
                                .anyMatch(found -> found.getPackageName().startsWith("io.tadoru." + module)))
                        .as(module + " is on this module's class path")
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void nounsNeverUseVerbs(String noun) {
        noClasses()
                .that()
                .resideInAPackage(packages(noun))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all(Stream.concat(verbs(), AROUND.stream())))
                .because("a noun does not know what happens to it: move what both need into a noun, "
                        + "or let the verb hand it in")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void nounsUseOnlyTheNounsBelowThem(String noun) {
        noClasses()
                .that()
                .resideInAPackage(packages(noun))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(noun, requireNonNull(NOUNS.get(noun))))
                .because("the direction between nouns is fixed: take a plain value instead of the other noun's type, "
                        + "or join the two in a verb")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verbsNeverUseEachOther(String verb) {
        noClasses()
                .that()
                .resideInAPackage(packages(verb))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all(Stream.concat(verbs().filter(other -> !other.equals(verb)), AROUND.stream())))
                .because("verbs meet only in topics: send a record, or move what both need into a noun")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void verbsUseOnlyTheirNouns(String verb) {
        noClasses()
                .that()
                .resideInAPackage(packages(verb))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(verb, requireNonNull(VERBS.get(verb))))
                .because("a step that needs another noun does more than its one job: "
                        + "let the step that has that noun send what is needed")
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("pure")
    void theMindKnowsNeitherKafkaNorElasticsearchNorHttp(String noun) {
        noClasses()
                .that()
                .resideInAPackage(packages(noun))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "co.elastic..", "io.javalin..", "java.net.http..")
                .because("stream and batch share these nouns: keep the library in runtime, store or a verb, "
                        + "and pass plain values")
                .check(CLASSES);
    }

    private static String packages(String module) {
        return "io.tadoru." + module + "..";
    }

    private static String[] all(Stream<String> modules) {
        return modules.map(ArchitectureTest::packages).toArray(String[]::new);
    }

    private static String[] others(String module, Set<String> allowed) {
        return all(nouns().filter(noun -> !noun.equals(module) && !allowed.contains(noun)));
    }
}
