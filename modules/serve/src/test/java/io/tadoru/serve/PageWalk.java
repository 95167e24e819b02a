package io.tadoru.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The analyst's first five minutes with the page, the same against canned answers and against a whole installation. */
public final class PageWalk {
    /** A decision goes through the whole pipeline before the document has it. */
    private static final double PATIENCE_MS = 60_000;

    /** Chromium's word when an interface comes or goes under it: the machine's fault, not the page's. */
    private static final String NETWORK_CHANGED = "ERR_NETWORK_CHANGED";

    private PageWalk() {}

    /**
     * What was seen on the way.
     *
     * @param sentence the chain's sentence in English
     * @param sentenceJa and in Japanese
     * @param line the first log line, whole
     * @param timesketch the downloaded file
     * @param complaints errors on the console, and requests to anywhere else: to be empty
     */
    public record Walked(String sentence, String sentenceJa, String line, String timesketch, List<String> complaints) {}

    /**
     * List, chain of the demo's PC-0142, evidence, acknowledgement, download, Japanese.
     *
     * @param url the page with its token: {@code http://127.0.0.1:8090/#token=…}
     */
    public static Walked walk(Page page, String url) {
        List<String> complaints = complaints(page, URI.create(url));
        arrive(page, url);
        openChain(page, "PC-0142", "5 min 0 s");
        String sentence = page.locator(".sentence").innerText();
        String line = openLine(page);
        acknowledge(page);
        String timesketch = download(page, "timesketch.csv");
        page.locator("[data-choice=ja]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator("[data-fact=span]")).containsText("5分0秒");
        return new Walked(sentence, page.locator(".sentence").innerText(), line, timesketch, List.copyOf(complaints));
    }

    /** Once more when the first try met the machine's network being changed, by a container that starts. */
    static void arrive(Page page, String url) {
        page.navigate(url);
        try {
            page.locator(".brand").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        } catch (TimeoutError again) {
            page.navigate("about:blank");
            page.navigate(url);
        }
    }

    /** Listens from now on: whatever the page says on the console as an error, or asks of another server. */
    public static List<String> complaints(Page page, URI own) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            boolean complaint = message.type().equals("error") || message.type().equals("warning");
            if (complaint && !message.text().contains(NETWORK_CHANGED)) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            URI to = URI.create(request.url());
            if (to.getHost() != null && !own.getAuthority().equals(to.getAuthority())) {
                complaints.add("request to " + request.url());
            }
        });
        return complaints;
    }

    private static void openChain(Page page, String host, String span) {
        Locator row = page.locator(".chain-row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".c-host").filter(new Locator.FilterOptions().setHasText(host))))
                .filter(new Locator.FilterOptions().setHasText(span))
                .first();
        assertThat(row).isVisible();
        assertThat(page).not().hasURL(Pattern.compile(".*token=.*"));
        row.click();
        assertThat(page.locator(".chain-title h1")).containsText(host);
        assertThat(page.locator("[data-fact=span]")).containsText(span);
        assertThat(page.locator("svg.lanes .bridge-text")).hasText(span);
    }

    private static String openLine(Page page) {
        Locator first = page.locator(".evidence-item").first();
        first.locator("summary").click();
        assertThat(first.locator("pre.line")).isVisible();
        return first.locator("pre.line").innerText();
    }

    /** Waits until the document itself says so, not only the button. */
    private static void acknowledge(Page page) {
        Locator button = page.locator("[data-action=ack]");
        if (button.count() > 0) {
            button.click();
        }
        assertThat(page.locator(".decisions li[data-kind=ack]:not([data-pending])")
                        .first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    /** Presses a download's button and reads the file. */
    public static String download(Page page, String format) {
        Download file = page.waitForDownload(
                () -> page.locator("[data-download='" + format + "']").click());
        try {
            return Files.readString(file.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
