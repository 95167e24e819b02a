package io.tadoru.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The genuine Elasticsearch as a child process, for one machine: no security, reachable from this machine only, its data in
 * one folder. It ends when we end, however that is.
 */
public final class LocalElasticsearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalElasticsearch.class);

    /**
     * In a trial's minute or two an optimising compiler takes more time than it gives; and somebody waits for the lines to
     * be read, which needs the processors more than the server that starts beside.
     */
    private static final Manner TRIAL = new Manner(List.of("nice", "-n", "10"), heap(512) + " -XX:TieredStopAtLevel=1");

    /** How it is run: what stands before its command, and Java's options. */
    private record Manner(List<String> prefix, String javaOptions) {}

    private final Watchdog process;
    private final URI url;

    private LocalElasticsearch(Watchdog process, URI url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it and returns when it answers.
     *
     * @param dataDir the folder, made where needed; wholly Elasticsearch's own
     * @param distributionZip the server's zip, see {@link Distribution#find}; unpacked once
     * @param heapMb Java heap in MB
     * @throws LocalException when it does not start, with the reason
     */
    public static LocalElasticsearch start(Path dataDir, Path distributionZip, int heapMb) {
        return start(dataDir, distributionZip, new Manner(List.of(), heap(heapMb)));
    }

    /** The same for a minute or two, with a heap of 512 MB. */
    public static LocalElasticsearch trial(Path dataDir, Path distributionZip) {
        return start(dataDir, distributionZip, TRIAL);
    }

    private static String heap(int megabytes) {
        return "-Xms" + megabytes + "m -Xmx" + megabytes + "m";
    }

    private static LocalElasticsearch start(Path dataDir, Path distributionZip, Manner manner) {
        Path folder = dataDir.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            EarlierRun.awaitEnd(pidFile(folder), folder);
            Path home = Distribution.unpacked(distributionZip, folder);
            int port = Ports.remembered(folder.resolve("port"), 0);
            ElasticsearchSettings.write(folder, home, port, Ports.free());
            ServerUser user = ServerUser.current();
            user.own(folder, Path.of(System.getProperty("java.home")));
            return ready(run(user, folder, home, manner), folder, URI.create("http://" + Ports.HOST + ":" + port));
        } catch (IOException e) {
            throw new LocalException("Elasticsearch cannot start in " + folder + ": " + e, e);
        }
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.close();
        LOG.info("Elasticsearch on {} stopped", url);
    }

    private static LocalElasticsearch ready(Watchdog process, Path folder, URI url) {
        try {
            Readiness.await(url, process, console(folder));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
        LOG.info("Elasticsearch started on {}", url);
        return new LocalElasticsearch(process, url);
    }

    private static Watchdog run(ServerUser user, Path folder, Path home, Manner manner) throws IOException {
        List<String> command = new ArrayList<>(manner.prefix());
        command.addAll(user.prefix());
        command.addAll(List.of(
                home.resolve("bin/elasticsearch").toString(),
                "-p",
                pidFile(folder).toString()));
        Map<String, String> environment = Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_JAVA_OPTS", manner.javaOptions(),
                "ES_TMPDIR", folder.resolve("tmp").toString());
        return Watchdog.start(command, environment, pidFile(folder), console(folder));
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("elasticsearch.pid");
    }

    private static Path console(Path folder) {
        return folder.resolve("logs").resolve("console.log");
    }
}
