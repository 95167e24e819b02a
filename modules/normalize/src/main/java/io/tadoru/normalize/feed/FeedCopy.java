package io.tadoru.normalize.feed;

import io.tadoru.detection.Indicator;
import io.tadoru.detection.indicator.Form;
import io.tadoru.detection.indicator.ListOptions;
import io.tadoru.detection.indicator.MispManifest;
import io.tadoru.event.Sha256;
import io.tadoru.runtime.IndicatorSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where on this machine's disk the lists of a source are: where its setting says, or where the copies of a URL are kept. */
public final class FeedCopy {
    private FeedCopy() {}

    /** The file or folder to read; empty when a URL has never been fetched. */
    public static Optional<Path> of(IndicatorSource source, Path stateDirectory) {
        return source.path()
                .or(() -> source.url()
                        .map(url -> kept(url, source, stateDirectory))
                        .filter(Files::exists));
    }

    /** A file called after its host, in a folder of its own; of a feed, its manifest among the events. */
    static Path kept(URI url, IndicatorSource source, Path stateDirectory) {
        Path folder = stateDirectory
                .resolve("indicators")
                .resolve(Sha256.hex(url.toString()).substring(0, 16));
        return folder.resolve(isFeed(url, source) ? MispManifest.NAME : url.getHost() + ".list");
    }

    static boolean isFeed(URI url, IndicatorSource source) {
        String path = String.valueOf(url.getPath());
        boolean folder =
                path.endsWith("/") && source.format().filter("misp"::equals).isPresent();
        return folder || path.endsWith("/" + MispManifest.NAME);
    }

    /** What its setting says of the lists. */
    public static ListOptions options(IndicatorSource source) {
        return new ListOptions(
                source.name(),
                source.format().flatMap(Form::of),
                source.confidence().orElse(Indicator.UNSAID));
    }
}
