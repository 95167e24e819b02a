package io.tadoru.detection;

import static io.tadoru.detection.Artifact.Type.ADDRESS;
import static io.tadoru.detection.Artifact.Type.DOMAIN;
import static io.tadoru.detection.Artifact.Type.FILE_NAME;
import static io.tadoru.detection.Artifact.Type.FILE_PATH;
import static io.tadoru.detection.Artifact.Type.HASH;
import static io.tadoru.detection.Artifact.Type.MESSAGE;
import static io.tadoru.detection.Artifact.Type.PROCESS;
import static io.tadoru.detection.Artifact.Type.SENDER;
import static io.tadoru.detection.Artifact.Type.THREAT;
import static io.tadoru.detection.Artifact.Type.URL;

import io.tadoru.event.Event;
import io.tadoru.event.Fields;
import io.tadoru.event.Layer;
import io.tadoru.event.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects from an event all by which its mark may be joined to another. */
final class Artifacts {
    /** More than this of one event are noise; the strongest ties are kept. */
    static final int MOST = 32;

    private static final int GATHERED = 256;
    private static final int LONGEST = 2048;
    private static final Map<String, Integer> HASHES = Map.of("sha256", 64, "sha1", 40, "md5", 32);

    private final Event event;
    private final Map<Key, Artifact> found = new LinkedHashMap<>();

    private record Key(Artifact.Type type, String value) {}

    private Artifacts(Event event) {
        this.event = event;
    }

    /** The event's artifacts, strongest ties first; more than a mark keeps, so that none can hide in a crowd. */
    static List<Artifact> of(Event event) {
        Artifacts artifacts = new Artifacts(event);
        artifacts.file();
        artifacts.process();
        artifacts.web();
        artifacts.mail();
        event.texts(Fields.THREAT_NAME).forEach(t -> artifacts.add(THREAT, t.strip(), artifacts.judged()));
        return artifacts.found.values().stream()
                .sorted(Comparator.comparing(Artifact::type))
                .toList();
    }

    private void file() {
        hashes("file.hash.", judged());
        event.texts(Fields.FILE_PATH).forEach(path -> path(path, judged()));
        event.texts(Fields.FILE_NAME).forEach(name -> name(name, judged()));
    }

    private void process() {
        event.texts(Fields.PROCESS_ENTITY_ID).forEach(this::instance);
        event.texts(Fields.PROCESS_PARENT_ENTITY_ID).forEach(this::instance);
        event.text(Fields.PROCESS_EXECUTABLE).filter(p -> !Paths.system(p)).ifPresent(path -> {
            path(path, false);
            hashes("process.hash.", false);
        });
        event.text(Fields.PROCESS_PARENT_EXECUTABLE).ifPresent(path -> path(path, false));
        event.text(Fields.PROCESS_COMMAND_LINE).ifPresent(this::commandLine);
        event.text(Fields.PROCESS_PARENT_COMMAND_LINE).ifPresent(this::commandLine);
    }

    private void instance(String id) {
        add(PROCESS, id.replaceAll("[{}]", "").toLowerCase(Locale.ROOT), false);
    }

    private void commandLine(String line) {
        for (String named : CommandLine.names(line)) {
            if (Urls.normal(named).isPresent()) {
                url(named);
            } else if (Paths.normal(named).isPresent()) {
                path(named, false);
            } else {
                Paths.name(named).filter(Paths::telling).ifPresent(name -> add(FILE_NAME, name, false));
            }
        }
    }

    private void web() {
        event.texts(Fields.URL_FULL).forEach(this::url);
        event.texts(Fields.URL_ORIGINAL).forEach(this::url);
        event.texts(Fields.URL_DOMAIN).forEach(this::host);
        event.texts(Fields.DESTINATION_DOMAIN).forEach(this::host);
        event.texts("dns.question.name").forEach(this::host);
        event.texts(Fields.DESTINATION_IP).forEach(this::host);
    }

    private void url(String text) {
        Urls.normal(text).ifPresent(url -> add(URL, url, false));
        Urls.host(text).ifPresent(this::host);
        Urls.fileName(text).ifPresent(name -> add(FILE_NAME, name, false));
    }

    /** An address outside, or a name that somebody outside may own. */
    private void host(String text) {
        Address.parse(text).ifPresentOrElse(this::address, () -> domain(text));
    }

    private void address(Address address) {
        if (address.outside()) {
            add(ADDRESS, address.text(), false);
        }
    }

    private void domain(String text) {
        Domains.normal(text).ifPresent(name -> add(DOMAIN, name, false));
    }

    private void mail() {
        event.texts(Fields.EMAIL_MESSAGE_ID).forEach(id -> add(MESSAGE, id.replaceAll("[<>\\s]", ""), false));
        event.texts(Fields.EMAIL_LOCAL_ID).forEach(id -> add(MESSAGE, id.strip(), false));
        hashes("email.attachments.file.hash.", judged());
        event.texts(Fields.EMAIL_ATTACHMENT_NAME).forEach(name -> name(name, judged() && Paths.carrier(name)));
        event.texts(Fields.EMAIL_FROM).forEach(from -> add(SENDER, sender(from.strip()), false));
        // Who delivered the mail, or who logs in: the other end.
        if (event.layer().filter(l -> l == Layer.MAIL || l == Layer.IDENTITY).isPresent()) {
            event.texts(Fields.SOURCE_IP).stream()
                    .flatMap(ip -> Address.parse(ip).stream())
                    .forEach(this::address);
        }
    }

    private static String sender(String from) {
        return Mailboxes.normal(from).orElseGet(() -> from.toLowerCase(Locale.ROOT));
    }

    private void hashes(String prefix, boolean malicious) {
        HASHES.forEach((kind, length) -> event.texts(prefix + kind).stream()
                .map(hash -> hash.strip().toLowerCase(Locale.ROOT))
                .filter(hash -> hash.length() == length && hash.chars().allMatch(c -> Character.digit(c, 16) >= 0))
                .forEach(hash -> add(HASH, kind + ":" + hash, malicious)));
    }

    private void path(String path, boolean malicious) {
        if (!Paths.system(path)) {
            Paths.normal(path).ifPresent(normal -> add(FILE_PATH, normal, malicious));
            name(path, malicious);
        }
    }

    private void name(String path, boolean malicious) {
        Paths.name(path).ifPresent(name -> add(FILE_NAME, name, malicious));
    }

    /** The layer looked into the file itself and spoke of it. */
    private boolean judged() {
        boolean looks =
                event.layer().filter(l -> l == Layer.EPP || l == Layer.MAIL).isPresent();
        return looks && event.verdict().filter(v -> v != Verdict.PASSED).isPresent();
    }

    private void add(Artifact.Type type, String value, boolean malicious) {
        if (!value.isEmpty() && value.length() <= LONGEST && found.size() < GATHERED) {
            Artifact artifact = new Artifact(type, value, malicious);
            found.merge(new Key(type, value), artifact, (a, b) -> a.malicious() ? a : b);
        }
    }
}
