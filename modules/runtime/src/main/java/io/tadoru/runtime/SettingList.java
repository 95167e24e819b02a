package io.tadoru.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Every setting there is; the file's keys, the environment's variables and {@code docs/settings.md} follow from here. */
public final class SettingList {
    public static final Setting<String> KAFKA_BOOTSTRAP_SERVERS = Setting.text(
            "kafka.bootstrap-servers", "localhost:9092", "Kafka's brokers, host and port, separated by commas.");
    public static final Setting<Integer> KAFKA_PARTITIONS = Setting.integer(
            "kafka.partitions", 6, 1, 1000, "Partitions of each topic; cannot be changed once the topics exist.");
    public static final Setting<Integer> KAFKA_REPLICATION_FACTOR = Setting.integer(
            "kafka.replication-factor", 1, 1, 10, "Copies of each topic; 3 on a cluster of three brokers or more.");

    public static final Setting<String> KAFKA_INSTANCE_ID = Setting.text(
            "kafka.instance-id",
            null,
            "Name of this process, unlike that of any other; started again under it after a crash, it need not wait for"
                    + " its former self to be given up.");

    public static final Setting<URI> ELASTICSEARCH_URL =
            Setting.url("elasticsearch.url", "http://localhost:9200", "Elasticsearch, without user name and password.");
    public static final Setting<String> ELASTICSEARCH_USERNAME =
            Setting.text("elasticsearch.username", null, "The user that writes, where Elasticsearch asks for one.");
    public static final Setting<String> ELASTICSEARCH_PASSWORD =
            Setting.secret("elasticsearch.password", "That user's password; better in the environment than in a file.");

    public static final Setting<Path> STATE_DIRECTORY = Setting.path(
            "state.directory", ".tadoru/state", "Local stores of the streams; when lost, they are rebuilt from Kafka.");
    public static final Setting<Path> CONNECTORS_DIRECTORY =
            Setting.path("connectors.directory", "connectors", "The connectors, a folder a log source.");
    public static final Setting<Path> RULES_DIRECTORY =
            Setting.path("rules.directory", "rules", "Sigma rules and chain definitions.");
    public static final Setting<List<IndicatorSource>> DETECTION_INDICATORS = Setting.indicators(
            "detection.indicators",
            "Lists of what is known to be bad: files, folders, and what is asked for by HTTP; see docs/indicators.md.");

    public static final Setting<List<String>> OFFICE_DOMAINS = Setting.words(
            "office.domains", "", "The office's own mail and DNS domains; mail from elsewhere comes from outside.");
    public static final Setting<List<String>> OFFICE_NETWORKS = Setting.words(
            "office.networks",
            "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16",
            "The office's own networks; addresses elsewhere are outside.");
    public static final Setting<List<String>> OFFICE_SHARED = Setting.words(
            "office.shared",
            "",
            "Identities that are nobody's alone, such as proxies, NAT and servers: ip:10.20.1.80.");

    public static final Setting<Integer> INDEX_RETENTION_DAYS = Setting.integer(
            "index.retention-days", 365, 1, 36_500, "Daily indices of events are kept this long, by the event's day.");
    public static final Setting<LocalDate> BACKFILL_FROM = Setting.date(
            "backfill.from", "First day of older logs that are being brought in; they get daily indices too.");
    public static final Setting<LocalDate> BACKFILL_TO = Setting.date("backfill.to", "Last day of those older logs.");

    public static final Setting<String> COLLECT_HTTP_HOST = Setting.text(
            "collect.http.host", "127.0.0.1", "Address the HTTP listener binds to; 0.0.0.0 opens it to the network.");
    public static final Setting<Integer> COLLECT_HTTP_PORT =
            Setting.port("collect.http.port", 8088, "Port of the HTTP listener; 0 takes a free one.");
    public static final Setting<Integer> COLLECT_MAX_CONNECTIONS = Setting.integer(
            "collect.max-connections",
            1000,
            1,
            100_000,
            "Senders connected to one TCP listener at once; more are refused.");

    public static final Setting<Integer> CHAINS_HORIZON_DAYS = Setting.integer(
            "chains.horizon-days", 14, 1, 365, "Marks this far apart, in event time, can belong to one chain.");
    public static final Setting<Integer> CHAINS_LATENESS_DAYS = Setting.integer(
            "chains.lateness-days",
            14,
            0,
            365,
            "Lines that come at most this late change chains as if they were in time.");

    /** The least severity that a person is told of. */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** How a mail server is spoken to. */
    public enum MailTls {
        NONE,
        STARTTLS,
        TLS
    }

    public static final Setting<Severity> NOTIFY_SEVERITY = Setting.choice(
            "notify.severity",
            Severity.class,
            Severity.HIGH,
            "The least severity of a chain that a person is told of.");
    public static final Setting<Duration> NOTIFY_SETTLE = Setting.duration(
            "notify.settle",
            "15s",
            "A chain is told when it has not changed for so long, or at the latest after three times that.");
    public static final Setting<Duration> NOTIFY_ESCALATE = Setting.duration(
            "notify.escalate",
            "30m",
            "When nobody has acknowledged after this, the next address of notify.mail.to is told.");
    public static final Setting<URI> NOTIFY_PAGE = Setting.url(
            "notify.page", "http://127.0.0.1:8090", "Where people reach Tadoru's page; messages link there.");
    public static final Setting<URI> NOTIFY_WEBHOOK_URL =
            Setting.url("notify.webhook.url", null, "Where a POST of JSON tells of a chain; nowhere when not set.");
    public static final Setting<String> NOTIFY_WEBHOOK_AUTHORIZATION =
            Setting.secret("notify.webhook.authorization", "The whole header Authorization that the webhook asks for.");
    public static final Setting<List<String>> NOTIFY_MAIL_TO = Setting.words(
            "notify.mail.to",
            "",
            "Mail addresses that are told, the first at once, the others in turn while nobody acknowledges.");
    public static final Setting<String> NOTIFY_MAIL_FROM =
            Setting.text("notify.mail.from", "tadoru@localhost", "The sender's address.");
    public static final Setting<String> NOTIFY_SMTP_HOST =
            Setting.text("notify.smtp.host", "localhost", "The mail server that takes the messages.");
    public static final Setting<Integer> NOTIFY_SMTP_PORT = Setting.port("notify.smtp.port", 25, "Its port.");
    public static final Setting<MailTls> NOTIFY_SMTP_TLS = Setting.choice(
            "notify.smtp.tls",
            MailTls.class,
            MailTls.STARTTLS,
            "How it is spoken to; none only where the server is on this machine.");
    public static final Setting<String> NOTIFY_SMTP_USERNAME =
            Setting.text("notify.smtp.username", null, "The user that sends, where the mail server asks for one.");
    public static final Setting<String> NOTIFY_SMTP_PASSWORD =
            Setting.secret("notify.smtp.password", "That user's password; better in the environment than in a file.");

    public static final Setting<Path> LOCAL_DIRECTORY = Setting.path(
            "local.directory", ".tadoru/local", "Data of the Kafka and Elasticsearch that run on this machine only.");
    public static final Setting<Integer> LOCAL_KAFKA_PORT =
            Setting.port("local.kafka-port", 0, "Port of the local Kafka; 0 takes a free one.");
    public static final Setting<Integer> LOCAL_ELASTICSEARCH_PORT =
            Setting.port("local.elasticsearch-port", 0, "Port of the local Elasticsearch; 0 takes a free one.");
    public static final Setting<Integer> LOCAL_ELASTICSEARCH_HEAP_MB =
            Setting.integer("local.elasticsearch-heap-mb", 512, 256, 31_000, "Heap of the local Elasticsearch, in MB.");

    public static final Setting<String> SERVE_HOST = Setting.text(
            "serve.host", "127.0.0.1", "Address the page and the API bind to; 0.0.0.0 opens them to the network.");
    public static final Setting<Integer> SERVE_PORT =
            Setting.port("serve.port", 8090, "Port of the page and the API; 0 takes a free one.");
    public static final Setting<List<String>> SERVE_NAMES = Setting.words(
            "serve.names",
            "",
            "Host names under which browsers may reach the page, beside localhost; on an open address none means any.");

    public static final Setting<URI> API_URL = Setting.url(
            "api.url", "http://127.0.0.1:8090", "The API of a running installation, for the commands that ask it.");
    public static final Setting<String> API_TOKEN =
            Setting.secret("api.token", "The token of these commands; better in the environment than in a file.");

    static final List<Setting<?>> ALL = List.of(
            KAFKA_BOOTSTRAP_SERVERS,
            KAFKA_PARTITIONS,
            KAFKA_REPLICATION_FACTOR,
            KAFKA_INSTANCE_ID,
            ELASTICSEARCH_URL,
            ELASTICSEARCH_USERNAME,
            ELASTICSEARCH_PASSWORD,
            STATE_DIRECTORY,
            CONNECTORS_DIRECTORY,
            RULES_DIRECTORY,
            DETECTION_INDICATORS,
            OFFICE_DOMAINS,
            OFFICE_NETWORKS,
            OFFICE_SHARED,
            INDEX_RETENTION_DAYS,
            BACKFILL_FROM,
            BACKFILL_TO,
            COLLECT_HTTP_HOST,
            COLLECT_HTTP_PORT,
            COLLECT_MAX_CONNECTIONS,
            CHAINS_HORIZON_DAYS,
            CHAINS_LATENESS_DAYS,
            NOTIFY_SEVERITY,
            NOTIFY_SETTLE,
            NOTIFY_ESCALATE,
            NOTIFY_PAGE,
            NOTIFY_WEBHOOK_URL,
            NOTIFY_WEBHOOK_AUTHORIZATION,
            NOTIFY_MAIL_TO,
            NOTIFY_MAIL_FROM,
            NOTIFY_SMTP_HOST,
            NOTIFY_SMTP_PORT,
            NOTIFY_SMTP_TLS,
            NOTIFY_SMTP_USERNAME,
            NOTIFY_SMTP_PASSWORD,
            SERVE_HOST,
            SERVE_PORT,
            SERVE_NAMES,
            API_URL,
            API_TOKEN,
            LOCAL_DIRECTORY,
            LOCAL_KAFKA_PORT,
            LOCAL_ELASTICSEARCH_PORT,
            LOCAL_ELASTICSEARCH_HEAP_MB);

    private SettingList() {}
}
