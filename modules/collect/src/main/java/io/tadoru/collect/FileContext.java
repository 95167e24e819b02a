package io.tadoru.collect;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * What reading a file needs, whichever of its rotated parts is read.
 *
 * @param path the configured one, which is the peer also for lines of a rotated part
 * @param checkpoint where to remember how far
 * @param remembers whether to: what is read once to its end is read anew
 * @param closed zero when reading is to end
 */
record FileContext(
        SourceInput source, Path path, Path checkpoint, boolean remembers, Intake intake, CountDownLatch closed) {
    Origin origin() {
        return source.origin(path.toString());
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }
}
