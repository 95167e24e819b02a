package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An installation of its own by {@code docker compose}, beside whatever else runs on this machine; nothing of it stays. */
final class Compose implements AutoCloseable {
    private static final List<String> IMAGES = List.of(
            "eclipse-temurin:25-jre", "apache/kafka:4.3.1", "docker.elastic.co/elasticsearch/elasticsearch:9.2.0");

    private final Path root;
    private final String project = "tadoru-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> environment = new HashMap<>();

    /** With these settings, free ports, without Kibana, and as small as it may be. */
    Compose(Path root, Path config) {
        this.root = root;
        environment.putAll(Map.of(
                "COMPOSE_PROFILES", "",
                "TADORU_BIND", "127.0.0.1",
                "TADORU_CONFIG", config.toString(),
                "TADORU_IMAGE", project + ":it",
                "INTAKE_SYSLOG_PORTS", "",
                "INTAKE_HTTP_PORT", "",
                "PAGE_PORT", "",
                "KAFKA_PARTITIONS", "2"));
        environment.putAll(Map.of(
                "ELASTICSEARCH_HEAP",
                "512m",
                "ELASTICSEARCH_MEMORY",
                "1200m",
                "JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=1")); // in a minute or two an optimising compiler takes more than it gives
    }

    /** Why none can be started here. */
    static Optional<String> missing(Path root) throws IOException, InterruptedException {
        if (!fine(root, "docker", "compose", "version") || !fine(root, "docker", "version")) {
            return Optional.of("no Docker engine answers, or there is no docker compose");
        }
        if (!Files.isDirectory(root.resolve("modules/tadoru/target/lib"))) {
            return Optional.of("modules/tadoru is not packaged (mvn verify does that before)");
        }
        for (String image : IMAGES) {
            if (!fine(root, "docker", "image", "inspect", image)) {
                return Optional.of("the image " + image + " is not there (docker pull " + image + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean fine(Path root, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no docker on the path
        }
    }

    /** Its standard output; fails with all that was said when the command does. */
    String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", project));
        command.addAll(List.of(arguments));
        return output(command);
    }

    private String output(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("compose", ".err");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(root.toFile()).redirectError(said.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as(String.join(" ", command) + "\n" + out + Files.readString(said))
                    .isZero();
            return out;
        } finally {
            Files.delete(said);
        }
    }

    /** On this machine, where a port of a service is published. */
    int port(String service, int port) throws IOException, InterruptedException {
        String address = run("port", service, String.valueOf(port)).strip();
        assertThat(address).startsWith("127.0.0.1:");
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Elasticsearch's answer, asked within the network as Tadoru's own user. */
    String elasticsearch(String path) throws IOException, InterruptedException {
        return run(
                "exec",
                "-T",
                "elasticsearch",
                "bash",
                "-c",
                "printf 'user = \"tadoru:%s\"' \"$(cat /secrets/admin/tadoru)\" | curl -sS -K - \"http://127.0.0.1:9200$0\"",
                path);
    }

    /** Names of containers, volumes and networks that are still there. */
    List<String> left() throws IOException, InterruptedException {
        String label = "label=com.docker.compose.project=" + project;
        List<String> left = new ArrayList<>();
        for (List<String> listing : List.of(
                List.of("docker", "ps", "-aq", "--filter", label),
                List.of("docker", "volume", "ls", "-q", "--filter", label),
                List.of("docker", "network", "ls", "-q", "--filter", label))) {
            try (Stream<String> lines = output(listing).lines()) {
                lines.forEach(left::add);
            }
        }
        return left;
    }

    /** Also after a failure in the middle. */
    @Override
    public void close() throws IOException {
        try {
            run("down", "-v", "--timeout", "5", "--remove-orphans");
            fine(root, "docker", "image", "rm", "-f", project + ":it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted; look for what is left of " + project, e);
        }
    }
}
