package io.tadoru.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** As whom {@link Store} comes to Elasticsearch, and a person to Kibana; shows itself without the password. */
public record Login(String user, String password) {
    /** The value of the header that HTTP Basic authentication sends (RFC 7617). */
    public String authorization() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
