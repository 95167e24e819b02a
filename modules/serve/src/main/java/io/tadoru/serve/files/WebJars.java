package io.tadoru.serve.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Lit and D3 out of their WebJars, and nothing else that happens to be on the class path; with or without the version. */
final class WebJars {
    private static final String FOLDER = "/META-INF/resources/webjars/";
    private static final Pattern KNOWN = Pattern.compile(
            "lit|lit-html|lit-element|lit__reactive-element|d3|d3-[a-z-]+|internmap|delaunator|robust-predicates");

    private WebJars() {}

    static Optional<ClassPathFile> find(String path) {
        int slash = path.indexOf('/');
        if (slash < 0 || !KNOWN.matcher(path.substring(0, slash)).matches()) {
            return Optional.empty();
        }
        return ClassPathFile.find(FOLDER, path)
                .or(() -> version(path.substring(0, slash)).flatMap(v -> versioned(path, slash, v)));
    }

    private static Optional<ClassPathFile> versioned(String path, int slash, String version) {
        return ClassPathFile.find(FOLDER, path.substring(0, slash + 1) + version + path.substring(slash));
    }

    private static Optional<String> version(String library) {
        String place = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        try (InputStream in = WebJars.class.getResourceAsStream(place)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
