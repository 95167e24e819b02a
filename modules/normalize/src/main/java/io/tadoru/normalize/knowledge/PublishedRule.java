package io.tadoru.normalize.knowledge;

import io.tadoru.event.Sha256;

/**
 * A file of rules on {@code tadoru.rules}.
 *
 * @param path below the rules' folder, by which refusals name it
 * @param version SHA-256 of the text
 */
record PublishedRule(String path, String text, String version) {
    static PublishedRule of(String path, String text) {
        return new PublishedRule(path, text, Sha256.hex(text));
    }
}
