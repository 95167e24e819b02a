package io.tadoru.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, against canned answers. */
class PageIT {
    private static PageBrowser browser;
    private PageFixture fixture;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browser = PageBrowser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        fixture = new PageFixture(Path.of(System.getProperty("tadoru.root")), 0);
        page = browser.page(1440, false);
    }

    @AfterEach
    void close() {
        page.context().close();
        fixture.close();
    }

    @Test
    void anAnalystGoesFromTheListToTheLineAndDecides() {
        PageWalk.Walked walked = PageWalk.walk(page, fixture.url());

        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/page-walk.png"))
                .setFullPage(true));
        assertThat(walked.complaints()).isEmpty();
        assertThat(walked.sentence()).contains("PC-0142 (taro)", "5 min 0 s later");
        assertThat(walked.sentenceJa()).contains("5分0秒後に隔離");
        assertThat(walked.line()).startsWith("Feb 26 09:41:20 mx1 postfix/cleanup[28235]: 5771D9EEAF");
        assertThat(walked.timesketch()).startsWith("message,datetime,timestamp_desc");
        assertThat(fixture.posted)
                .singleElement()
                .satisfies(d -> assertThat(d.path("kind").asText()).isEqualTo("ack"));
    }

    @Test
    void whatALogLineSaysStaysText() {
        List<String> complaints = PageWalk.complaints(page, URI.create(fixture.address()));
        PageWalk.arrive(page, fixture.url());
        page.locator(".chain-row")
                .filter(new Locator.FilterOptions().setHasText("0666"))
                .click();
        page.locator(".evidence-item summary").first().click();

        assertThat(page.locator(".evidence-item pre.line").first()).containsText("<script>alert(1)</script>");
        assertThat(page.locator(".evidence-item pre.line").first()).containsText("=cmd|'/c calc'!A1");
        assertThat(page.locator(".evidence-item pre.line").first())
                .containsText("⟨ESC⟩[31mred⟨ESC⟩[0m ⟨U+202E⟩gpj.exe");
        assertThat(page.locator(".sentence")).containsText("⟨U+202E⟩gpj.exe");
        assertThat(page.locator(".chain-title h1")).containsText("<b>PC</b>-0666");
        assertThat(page.locator("img[src=x], .chain b > script, main script")).hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void aWrongTokenLeadsBackToTheDoorWithASentence() {
        page.navigate(fixture.address() + "/#token=tdr_wrong_wrong");

        assertThat(page.locator(".login [role=alert]")).containsText("not valid");
        page.locator("input[name=token]").fill(PageFixture.TOKEN);
        page.locator(".login button").click();
        assertThat(page.locator(".chain-row").first()).isVisible();
    }

    @Test
    void aSilentSensorIsShownAsSilentAndAPartThatIsMissingAsOneSentence() {
        fixture.missing.addAll(List.of("spread", "coverage", "revisions"));
        PageWalk.arrive(page, fixture.url());
        page.locator(".chain-row")
                .filter(new Locator.FilterOptions().setHasText("PC-0207"))
                .click();

        assertThat(page.locator(".lane[data-layer=swg] .lane-note")).containsText("not innocence");
        assertThat(page.locator("[data-section=spread] .hint"))
                .hasText("This installation does not look for other hosts yet.");
        assertThat(page.locator("[data-fact=quarantined]")).containsText("not quarantined");
    }

    @Test
    void theHostsOtherLinesAreShownBetweenTheEvidence() {
        PageWalk.arrive(page, fixture.url());
        page.locator(".chain-row")
                .filter(new Locator.FilterOptions().setHasText("PC-0142"))
                .first()
                .click();
        page.locator("[data-around]").click();

        assertThat(page.locator(".evidence-item").nth(1)).containsText("GET http://www.example.com/news/");
        assertThat(page.locator(".evidence-item.context")).hasCount(1);
    }

    @Test
    void closingAsksForAReasonAndIsShownAsClosed() {
        PageWalk.arrive(page, fixture.url());
        page.locator(".chain-row")
                .filter(new Locator.FilterOptions().setHasText("PC-0111"))
                .click();
        page.locator("[data-action=false-positive]").click();
        page.locator("dialog textarea").fill("Company wallpaper pack");
        page.locator("[data-confirm]").click();

        assertThat(page.locator(".chain-title .status")).hasText("Closed");
        assertThat(page.locator(".decisions")).containsText("Company wallpaper pack");
        assertThat(fixture.posted)
                .singleElement()
                .satisfies(d -> assertThat(d.path("text").asText()).isEqualTo("Company wallpaper pack"));
    }

    @Test
    void allowingNamesAnOwnerAndAnEnd() {
        String end = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        PageWalk.arrive(page, fixture.url());
        page.locator(".chain-row")
                .filter(new Locator.FilterOptions().setHasText("PC-0111"))
                .click();
        page.locator("[data-action=allow]").click();
        page.locator("dialog input[name=owner]").fill("kenji");
        page.locator("dialog input[name=until]").fill(end);
        page.locator("dialog textarea").fill("Sold with the PC");
        page.locator("[data-confirm]").click();

        assertThat(page.locator(".pending")).hasText("Kept as A-7K3F9QZ1.");
        assertThat(fixture.posted).singleElement().satisfies(entry -> {
            assertThat(entry.path("allows").asText()).isEqualTo("rule:7bb852fc-25a6-446c-ba30-ed222b9f19f2");
            assertThat(entry.path("host").asText()).isEqualTo("PC-0111");
            assertThat(entry.path("owner").asText()).isEqualTo("kenji");
            assertThat(entry.path("until").asText()).isEqualTo(end + "T00:00:00Z");
        });
    }

    /** Whatever the moments: later is never left of earlier, and nothing leaves the drawing. */
    @Test
    void theAxisNeverRunsBackwards() {
        PageWalk.arrive(page, fixture.url());

        Object broken = page.evaluate("""
                async () => {
                  const { scale } = await import('/assets/lanes-scale.js');
                  let seed = 7;
                  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
                  const broken = [];
                  for (let round = 0; round < 500; round++) {
                    const moments = Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() ** 6 * 1e9));
                    const right = 500 + random() * 1500;
                    const time = scale(moments, 118, right);
                    const xs = moments.sort((a, b) => a - b).map(time.x);
                    if (xs.some((x, i) => !(x >= 118 && x <= right + 1) || x < xs[i - 1])) broken.push(moments.join());
                  }
                  return broken;
                }
                """);

        assertThat((List<?>) broken).isEmpty();
    }

    @Test
    void theListIsNarrowedByHostAndWalkedByKeys() {
        PageWalk.arrive(page, fixture.url());
        page.locator("input[name=host]").fill("PC-0142");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chain-row")).hasCount(1);
        page.locator("h1").click();
        page.keyboard().press("j");
        page.keyboard().press("Enter");

        assertThat(page.locator(".chain-title h1")).containsText("PC-0142");
    }
}
