package io.tadoru.serve.api;

import java.io.IOException;
import java.util.Map;

/** Where what belongs to one chain comes from; each answer is a whole document, as the API gives it. */
public interface CaseSource {
    /** {@code chain}, {@code events}, {@code truncated}: the evidence among the host's other events. */
    Map<String, Object> timeline(Map<String, Object> chain) throws IOException;

    /** {@code revisions}: what was known when. */
    Map<String, Object> revisions(Map<String, Object> chain) throws IOException;

    /** {@code artifacts}: which other hosts met what this one met. */
    Map<String, Object> spread(Map<String, Object> chain) throws IOException;

    /** {@code from}, {@code to}, {@code layers}: who was looking, and when not. */
    Map<String, Object> coverage(Map<String, Object> chain) throws IOException;
}
