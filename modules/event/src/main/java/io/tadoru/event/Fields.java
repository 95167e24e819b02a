package io.tadoru.event;

/** The ECS names, and Tadoru's own below {@code tadoru.}, that code refers to. */
public final class Fields {
    public static final String TIMESTAMP = "@timestamp";

    public static final String EVENT_ID = "event.id";
    /** SHA-256 of the record's bytes at receipt, hex. */
    public static final String EVENT_HASH = "event.hash";

    public static final String EVENT_ORIGINAL = "event.original";
    public static final String EVENT_SEQUENCE = "event.sequence";
    public static final String EVENT_START = "event.start";
    public static final String EVENT_END = "event.end";
    /** Nanoseconds, as ECS has it. */
    public static final String EVENT_DURATION = "event.duration";
    /** When Tadoru received the record: knowledge time. */
    public static final String EVENT_INGESTED = "event.ingested";

    public static final String EVENT_ACTION = "event.action";
    public static final String EVENT_CODE = "event.code";
    public static final String EVENT_CATEGORY = "event.category";
    public static final String EVENT_TYPE = "event.type";
    public static final String EVENT_OUTCOME = "event.outcome";
    public static final String EVENT_PROVIDER = "event.provider";
    public static final String ERROR_MESSAGE = "error.message";
    public static final String MESSAGE = "message";
    public static final String TAGS = "tags";

    public static final String HOST_NAME = "host.name";
    public static final String HOST_IP = "host.ip";
    public static final String HOST_MAC = "host.mac";
    public static final String USER_NAME = "user.name";
    public static final String USER_DOMAIN = "user.domain";
    public static final String SOURCE_IP = "source.ip";
    public static final String SOURCE_PORT = "source.port";
    public static final String SOURCE_BYTES = "source.bytes";
    public static final String CLIENT_IP = "client.ip";
    public static final String CLIENT_MAC = "client.mac";
    public static final String DESTINATION_IP = "destination.ip";
    public static final String DESTINATION_PORT = "destination.port";
    public static final String DESTINATION_DOMAIN = "destination.domain";
    public static final String DESTINATION_BYTES = "destination.bytes";
    public static final String NETWORK_DIRECTION = "network.direction";
    public static final String URL_FULL = "url.full";
    public static final String URL_ORIGINAL = "url.original";
    public static final String URL_DOMAIN = "url.domain";
    public static final String URL_PATH = "url.path";
    public static final String FILE_NAME = "file.name";
    public static final String FILE_PATH = "file.path";
    public static final String FILE_HASH_SHA256 = "file.hash.sha256";
    public static final String FILE_HASH_SHA1 = "file.hash.sha1";
    public static final String FILE_HASH_MD5 = "file.hash.md5";
    public static final String PROCESS_EXECUTABLE = "process.executable";
    public static final String PROCESS_NAME = "process.name";
    public static final String PROCESS_COMMAND_LINE = "process.command_line";
    public static final String PROCESS_ENTITY_ID = "process.entity_id";
    public static final String PROCESS_PARENT_EXECUTABLE = "process.parent.executable";
    public static final String PROCESS_PARENT_NAME = "process.parent.name";
    public static final String PROCESS_PARENT_ENTITY_ID = "process.parent.entity_id";
    public static final String PROCESS_PARENT_COMMAND_LINE = "process.parent.command_line";
    public static final String EMAIL_FROM = "email.from.address";
    public static final String EMAIL_TO = "email.to.address";
    public static final String EMAIL_SUBJECT = "email.subject";
    /** The mailbox of ours in whose name somebody else wrote. */
    public static final String EMAIL_IMPERSONATED = "tadoru.mail.impersonated";

    public static final String EMAIL_MESSAGE_ID = "email.message_id";
    public static final String EMAIL_LOCAL_ID = "email.local_id";
    public static final String EMAIL_ATTACHMENT_NAME = "email.attachments.file.name";
    /** The threat's name as the vendor gives it. ECS has no field for it outside {@code threat.indicator}. */
    public static final String THREAT_NAME = "tadoru.threat.name";

    public static final String OBSERVER_NAME = "observer.name";
    public static final String OBSERVER_VENDOR = "observer.vendor";
    public static final String OBSERVER_PRODUCT = "observer.product";
    public static final String RULE_NAME = "rule.name";

    public static final String LAYER = "tadoru.layer";
    public static final String VERDICT = "tadoru.verdict";
    public static final String SOURCE = "tadoru.source";
    /** Connector id. */
    public static final String CONNECTOR = "tadoru.connector.id";

    public static final String CONNECTOR_VERSION = "tadoru.connector.version";
    /** The host in the form of {@link HostName#normal}, set by {@code index}: what to pivot on. */
    public static final String HOST_ID = "tadoru.host.id";
    /** How the host was found: {@code log}, or the observation that decided. */
    public static final String HOST_BASIS = "tadoru.host.basis";
    /** Set when the event's own date lies after its receipt: it anchors nothing. */
    public static final String FUTURE = "tadoru.future";
    /** Which fields other lines of the same mail or session told, not the record itself. */
    public static final String ASSEMBLED = "tadoru.assembled";
    /** What the vendor sent beyond ECS: one flattened object. */
    public static final String VENDOR = "tadoru.vendor";

    private Fields() {}
}
