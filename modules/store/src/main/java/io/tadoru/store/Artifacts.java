package io.tadoru.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.tadoru.event.Event;
import io.tadoru.event.EventJson;
import io.tadoru.event.Fields;
import io.tadoru.event.Json;
import io.tadoru.event.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a chain's lines name that other hosts may have met too. */
final class Artifacts {
    private static final int MOST = 40;
    private static final int LONGEST = 1024; // beyond this the index does not know a value
    private static final List<String> FIELDS = List.of(
            Fields.FILE_HASH_SHA256,
            Fields.FILE_HASH_SHA1,
            Fields.FILE_HASH_MD5,
            Fields.EMAIL_MESSAGE_ID,
            Fields.EMAIL_FROM,
            Fields.EMAIL_SUBJECT,
            Fields.EMAIL_ATTACHMENT_NAME,
            Fields.URL_FULL,
            Fields.URL_DOMAIN,
            Fields.DESTINATION_IP,
            Fields.FILE_NAME,
            Fields.THREAT_NAME);
    private static final Set<Verdict> JUDGED =
            Set.of(Verdict.BLOCKED, Verdict.QUARANTINED, Verdict.DETECTED, Verdict.CLEANED, Verdict.FAILED);
    private static final Pattern INSIDE = Pattern.compile(
            "10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|127\\..*|169\\.254\\..*|0\\..*|255\\..*"
                    + "|2(2[4-9]|3\\d)\\..*|::1?|f[cd].*|fe[89ab].*|ff.*",
            Pattern.CASE_INSENSITIVE);

    private Artifacts() {}

    /**
     * One thing to look for.
     *
     * @param malicious a layer judged a line that names it, or that line is a contact with a command server
     */
    record Artifact(String field, String value, boolean malicious) {}

    static List<Artifact> of(Map<String, ?> chain, List<Map<String, Object>> evidence) {
        Set<String> contacts = contacts(Json.MAPPER.valueToTree(chain));
        Map<String, Artifact> found = new LinkedHashMap<>();
        for (String field : FIELDS) {
            for (Map<String, Object> stored : evidence) {
                Event event = Event.of(EventJson.flat(stored));
                boolean bad = event.verdict().filter(JUDGED::contains).isPresent() || contacts.contains(event.hash());
                event.texts(field).stream()
                        .filter(value -> fit(field, value))
                        .forEach(value -> found.merge(
                                field + " " + value,
                                new Artifact(field, value, bad),
                                (a, b) -> new Artifact(field, value, a.malicious() || b.malicious())));
            }
        }
        List<Artifact> all = new ArrayList<>(found.values());
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
    }

    private static Set<String> contacts(JsonNode chain) {
        Set<String> hashes = new HashSet<>();
        for (JsonNode mark : chain.path("detail").path("evidence")) {
            if (mark.path("stage").asText().equals("command-and-control")) {
                hashes.add(mark.path("hash").asText());
            }
        }
        return hashes;
    }

    private static boolean fit(String field, String value) {
        boolean inside =
                field.equals(Fields.DESTINATION_IP) && INSIDE.matcher(value).matches();
        return !value.isBlank() && value.length() <= LONGEST && !inside;
    }
}
