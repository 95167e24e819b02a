package io.tadoru.serve;

import io.tadoru.store.ChainDocument;
import io.tadoru.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chains as {@code index} would have written them. */
final class Chains {
    static final String HOSTILE = "<script>alert(1)</script> =1+1 \u001b[31m \u202e";

    private Chains() {}

    static Map<String, Object> chain(String id, String host, String last) {
        Map<String, Object> chain = new LinkedHashMap<>();
        chain.put("id", id);
        chain.put("case", "T-2022-" + id.substring(0, 7).toUpperCase(java.util.Locale.ROOT));
        chain.put("definition", "malware-infection");
        chain.put("host", host);
        chain.put("user", "taro");
        chain.put("users", List.of("taro"));
        chain.put("status", "quarantined");
        chain.put("severity", "high");
        chain.put("first", "2022-02-26T01:02:11Z");
        chain.put("last", last);
        chain.put("infected_not_before", "2022-02-26T01:02:11Z");
        chain.put("infected_not_after", "2022-02-26T01:02:15Z");
        chain.put("quarantined_at", "2022-02-26T01:07:15Z");
        chain.put("time_to_quarantine_min", 300);
        chain.put("time_to_quarantine_max", 304);
        chain.put("layers", Map.of("mail", Map.of("verdict", "passed", "at", "2022-02-26T00:58:00Z")));
        chain.put("lines", 2);
        chain.put("sentence_en", "PC-0142 (taro) was infected.");
        chain.put("sentence_ja", "PC-0142 (taro)は感染した。");
        chain.put("rules", List.of("r1"));
        chain.put("revision", 1);
        chain.put("known_at", "2022-02-26T01:08:00Z");
        chain.put("detail", detail());
        return chain;
    }

    private static Map<String, Object> detail() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", "2022-02-26T01:02:11Z");
        line.put("last", "2022-02-26T01:02:11Z");
        line.put("count", 1);
        line.put("layer", "epp");
        line.put("verdict", "detected");
        line.put("stage", "execution");
        line.put("rule", "Office starts a script");
        line.put("rule_id", "r1");
        line.put("rule_version", "1");
        line.put("source", "epp");
        line.put("connector", "microsoft_sysmon");
        line.put("clock", "PC-0142");
        line.put("summary", HOSTILE);
        line.put("grade", "anchor");
        line.put("reason", "anchor: what was noticed first");
        line.put("joined_to", "");
        line.put("hash", "ab12");
        line.put("original", HOSTILE);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("infected_not_before_by", "ab12");
        detail.put("infected_not_after_by", "ab12");
        detail.put("evidence", List.of(line));
        detail.put("evidence_beyond", 0);
        return detail;
    }

    static Map<String, Object> with(Map<String, Object> chain, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(chain);
        changed.put(name, value);
        return changed;
    }

    static void write(Store store, List<Map<String, Object>> chains) throws Exception {
        store.writer().write(chains.stream().map(c -> ChainDocument.of(c, 1)).toList());
        store.refresh();
    }
}
