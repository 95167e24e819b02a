package io.tadoru.detection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something a mark carries by which it may be joined to another: the same hash, message, URL.
 *
 * @param value in normal form, so that equal means the same: hashes, domains, URLs' hosts and file names in lower case
 * @param malicious a layer or an indicator judged this very thing bad
 */
public record Artifact(
        Type type,
        String value,
        @JsonProperty(defaultValue = "false") boolean malicious) {

    /** What it is, strongest tie first. */
    public enum Type {
        /** Hash of a file's content: {@code sha256:…}, {@code sha1:…}, {@code md5:…}. */
        HASH,
        /** Message-ID, or a mail server's own id for it. */
        MESSAGE,
        /** A process instance: {@code process.entity_id}. */
        PROCESS,
        URL,
        /** Whole path on the host, lower case. */
        FILE_PATH,
        DOMAIN,
        /** An address outside. */
        ADDRESS,
        FILE_NAME,
        SENDER,
        THREAT
    }
}
