package io.tadoru.simulator;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What lies beside the logs: how to read them, what happened, and the chain that must come out. */
record ScenarioFiles(OfficePlan plan) {
    private static final List<String> FILES = List.of("scenario.yml", "README.md", "expected-chain.json");

    void writeTo(Path folder) throws IOException {
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), filled(template(file)));
        }
    }

    private String template(String file) throws IOException {
        String name = plan.incident().scenario() + "/" + file;
        try (InputStream template = ScenarioFiles.class.getResourceAsStream(name)) {
            if (template == null) {
                throw new FileNotFoundException("no resource " + name);
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String filled(String template) {
        LocalDate rotated = plan.rotated();
        return template.replace("${from}", plan.from().toString())
                .replace("${to}", rotated.toString())
                .replace("${rotated}", rotated.format(DateTimeFormatter.BASIC_ISO_DATE))
                .replace("${hosts}", Integer.toString(plan.hosts()));
    }
}
