package io.tadoru.command;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.tadoru.dashboards.Kibana;
import io.tadoru.dashboards.SavedObjects;
import io.tadoru.pipeline.Pipeline;
import io.tadoru.runtime.SettingList;
import io.tadoru.runtime.Settings;
import io.tadoru.runtime.TopicSetup;
import io.tadoru.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prepares Kafka and Elasticsearch for the first line, and Kibana for who looks at them; safe to run again. */
@Command(
        name = "setup",
        description = "Creates topics and index templates, and dashboards where --kibana is given; safe to run again.")
public final class SetupCommand implements Callable<Integer> {
    @Option(
            names = "--kibana",
            paramLabel = "URL",
            description = {
                "Imports the dashboards too, over earlier ones, as the user of elasticsearch.username.",
                "For a space of its own end the URL with /s/NAME."
            })
    private @Nullable URI kibana;

    @Option(
            names = "--dashboards",
            paramLabel = "DIR",
            description = "Where the dashboards' sources are; Tadoru's own folder if not given.")
    private Path dashboards = Path.of(System.getProperty("tadoru.home", ".")).resolve("dashboards");

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings wanted = settings.load();
        Optional<Kibana> there = Optional.ofNullable(kibana).map(url -> Kibana.at(url, Pipeline.login(wanted)));
        PrintWriter out = spec.commandLine().getOut();
        out.println("topics: ready, tadoru.raw has the id " + topics(wanted));
        out.flush();
        templates(wanted);
        out.println("templates: ready");
        out.flush();
        if (there.isPresent()) {
            int taken = there.get().load(SavedObjects.read(dashboards));
            out.println("dashboards: ready, Kibana has taken " + taken + " objects");
            out.flush();
        }
        return 0;
    }

    private static String topics(Settings settings) throws InterruptedException {
        String servers = settings.get(SettingList.KAFKA_BOOTSTRAP_SERVERS);
        try (Admin admin = Admin.create(client(servers))) {
            return TopicSetup.ensure(admin, Pipeline.planned(settings));
        } catch (KafkaException | IllegalStateException e) {
            throw new CommandFailed("Kafka at " + servers + ": " + e.getMessage(), e);
        }
    }

    /** Somebody is waiting at the terminal. */
    private static Map<String, Object> client(String servers) {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    }

    private static void templates(Settings settings) {
        String url = settings.get(SettingList.ELASTICSEARCH_URL).toString();
        try (Store store = Pipeline.connect(settings, url)) {
            store.setup();
        } catch (IOException | ElasticsearchException e) {
            throw new CommandFailed("Elasticsearch at " + url + ": " + e.getMessage(), e);
        }
    }
}
