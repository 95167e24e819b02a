package io.tadoru.serve.files;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tadoru.serve.access.Need;
import io.tadoru.serve.api.Problem;
import io.tadoru.serve.api.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page: {@code /} and {@code /assets/}. */
public final class PageFiles {
    private static final String FOLDER = "/io/tadoru/serve/page/";
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final String scriptHashes;

    private PageFiles(String scriptHashes) {
        this.scriptHashes = scriptHashes;
    }

    /** Reads the page's import map, which browsers take inline only. */
    public static PageFiles read() {
        return new PageFiles(index().map(PageFiles::hashes).orElse(""));
    }

    private static Optional<String> index() {
        Optional<ClassPathFile> index = ClassPathFile.find(FOLDER, "index.html");
        try {
            return index.isPresent()
                    ? Optional.of(new String(index.get().bytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hashes(String html) {
        return IMPORT_MAP
                .matcher(html)
                .results()
                .map(map -> " 'sha256-" + sha256(map.group(1)) + "'")
                .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** What to add to {@code script-src}, with a space before each. */
    public String scriptHashes() {
        return scriptHashes;
    }

    /** These and the libraries. */
    public List<Route> routes() {
        return List.of(
                open("/", context -> send(context, ClassPathFile.find(FOLDER, "index.html"))),
                open(
                        "/assets/<path>",
                        context -> send(context, ClassPathFile.find(FOLDER + "assets/", context.pathParam("path")))),
                open("/webjars/<path>", context -> send(context, WebJars.find(context.pathParam("path")))));
    }

    private static Route open(String path, Route.Answer answer) {
        return new Route(HandlerType.GET, path, Need.NOTHING, answer);
    }

    private static void send(Context context, Optional<ClassPathFile> found) throws IOException {
        ClassPathFile file =
                found.orElseThrow(() -> Problem.of(404, "Not found", "There is nothing under this address."));
        context.header("Cache-Control", "no-cache")
                .contentType(file.mediaType())
                .result(file.bytes());
    }
}
