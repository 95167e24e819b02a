package io.tadoru.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.exception.NotFoundException;
import io.tadoru.simulator.OfficePlan;
import io.tadoru.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The whole path once more, on the servers as their makers ship them. */
@ResourceLock("containers") // both at once take longer than one after the other
class ContainersIT {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String ELASTICSEARCH = "docker.elastic.co/elasticsearch/elasticsearch:9.2.0";

    @TempDir
    Path work;

    @Test
    void theChainComesOutOfContainersToo() throws Exception {
        missing().ifPresent(ContainersIT::skip);
        Path scenario = Files.createDirectories(work.resolve("office"));
        Simulator.write(OfficePlan.emotet(6, 2, 11), scenario);
        try (KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA));
                ElasticsearchContainer elasticsearch = elasticsearch()) {
            kafka.start();
            elasticsearch.start();

            Streamed streamed = Streamed.on(
                    kafka.getBootstrapServers(),
                    () -> "http://" + elasticsearch.getHttpHostAddress(),
                    scenario,
                    work.resolve("data"),
                    Streamed.Order.APPLICATIONS_FIRST);

            assertThat(streamed.balance().holds())
                    .as(streamed.balance().toString())
                    .isTrue();
            assertThat(streamed.chains()).isEqualTo(Batch.chains(scenario, work));
        }
    }

    private static ElasticsearchContainer elasticsearch() {
        return new ElasticsearchContainer(DockerImageName.parse(ELASTICSEARCH))
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .withEnv("xpack.security.enabled", "false")
                .withStartupTimeout(Duration.ofMinutes(3));
    }

    /** Asked before a container is started, for otherwise the image would be pulled, for minutes or in vain. */
    private static Optional<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no Docker engine answers");
        }
        return List.of(KAFKA, ELASTICSEARCH).stream()
                .filter(image -> !isThere(image))
                .findFirst()
                .map(image -> "the image " + image + " is not there (docker pull " + image + ")");
    }

    private static boolean isThere(String image) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static void skip(String reason) {
        assertThat(System.getenv("TADORU_REQUIRE_DOCKER"))
                .as("Docker is required, but " + reason)
                .isNotEqualTo("true");
        System.out.println("ContainersIT skipped: " + reason);
        Assumptions.abort(reason);
    }
}
