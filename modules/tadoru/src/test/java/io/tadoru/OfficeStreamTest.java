package io.tadoru;

import io.tadoru.simulator.office.OfficeOrder;
import io.tadoru.simulator.office.OfficeSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of simulated offices with every kind of incident the stream makes the same chains as batch, however lines come. */
class OfficeStreamTest {
    private static final int HOSTS = 30;
    private static final int KINDS = 22;

    @TempDir
    Path work;

    /** How lines come. */
    enum Coming {
        /** Any order, one in ten twice. */
        SHUFFLED {
            @Override
            List<ScenarioLines.Line> order(List<ScenarioLines.Line> lines, Random random) {
                List<ScenarioLines.Line> order = new ArrayList<>(lines);
                lines.stream().filter(l -> random.nextInt(10) == 0).forEach(order::add);
                Collections.shuffle(order, random);
                return order;
            }
        },
        /** A firewall's lines only when all others have been there for long. */
        ONE_SOURCE_LATE {
            @Override
            List<ScenarioLines.Line> order(List<ScenarioLines.Line> lines, Random random) {
                return lines.stream()
                        .sorted(Comparator.comparing(l -> l.connector().equals("fortinet_fortigate")))
                        .toList();
            }
        },
        /** The newest first. */
        BACKWARDS {
            @Override
            List<ScenarioLines.Line> order(List<ScenarioLines.Line> lines, Random random) {
                return lines.reversed();
            }
        };

        abstract List<ScenarioLines.Line> order(List<ScenarioLines.Line> lines, Random random);
    }

    @ParameterizedTest
    @CsvSource({"11, SHUFFLED", "12, ONE_SOURCE_LATE", "13, BACKWARDS"})
    void streamedIsBatch(long seed, Coming coming) throws IOException {
        Path office = work.resolve("office");
        OfficeSimulator.write(new OfficeOrder(HOSTS, 2, KINDS, seed, OfficeOrder.FIRST_DAY, 30), office);
        ScenarioLines lines = ScenarioLines.in(office);

        var batch = StreamEqualsBatchTest.investigated(lines, work.resolve("out"));
        var order = coming.order(lines.all(), new Random(seed));
        StreamEqualsBatchTest.assertSame(StreamEqualsBatchTest.streamed(lines, order), batch);
    }
}
