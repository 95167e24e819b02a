package io.tadoru.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the package's README.txt names of the case itself. */
final class ReadmeView {
    private ReadmeView() {}

    static Map<String, Object> of(CaseMaterial material, OriginalLines lines, List<String> cut) {
        Map<String, Object> view = new LinkedHashMap<>();
        for (String name : List.of("id", "case", "revision", "host", "status", "sentence_en", "sentence_ja")) {
            view.put(name, Escape.terminal(ChainFields.text(material.chain(), name)));
        }
        view.put("program", material.program());
        view.put("unchanged", lines.unchanged());
        view.put("decoded", lines.decoded());
        view.put("cut", cut);
        view.put("anyCut", !cut.isEmpty());
        return view;
    }
}
