package io.tadoru.serve;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine, for tests that look at the page as a person does. Never downloads a browser. */
public final class PageBrowser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private PageBrowser(Path chromium) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
    }

    /** Starts it; without one the calling test is skipped, or fails where {@code TADORU_REQUIRE_BROWSER=true}. */
    public static PageBrowser open() {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (chromium == null) {
            String reason = "no Chromium on this machine: the page is not tested in a browser";
            if ("true".equals(System.getenv("TADORU_REQUIRE_BROWSER"))) {
                throw new AssertionError(reason);
            }
            System.err.println("skipped: " + reason);
            Assumptions.abort(reason);
            throw new IllegalStateException(reason);
        }
        return new PageBrowser(chromium);
    }

    /** A fresh reader: nothing kept from before, English, in Japan. */
    public Page page(int width, boolean dark) {
        return browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Asia/Tokyo")
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT))
                .newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
