package io.tadoru.collect;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tadoru.connector.Framer;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * {@code POST /ingest/<source>}: a line is a record, NDJSON or plain, gzip where the header says so. 200 means that Kafka
 * has them all; after any other answer the sender may send the whole body again.
 */
final class HttpListener implements Listener {
    private static final String GZIP = "gzip";

    private final Map<String, SourceInput> sources;
    private final CollectSettings settings;
    private final Intake intake;
    private final Javalin server;

    private HttpListener(Map<String, SourceInput> sources, CollectSettings settings, Intake intake) {
        this.sources = sources;
        this.settings = settings;
        this.intake = intake;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.post("/ingest/{source}", this::ingest);
        });
    }

    static HttpListener start(Map<String, SourceInput> sources, CollectSettings settings, Intake intake) {
        HttpListener listener = new HttpListener(Map.copyOf(sources), settings, intake);
        listener.server.start(settings.httpHost(), settings.httpPort());
        return listener;
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void ingest(Context context) {
        SourceInput source = sources.get(context.pathParam("source"));
        if (source == null) {
            refuse(context, HttpStatus.NOT_FOUND, "There is no source of this name that takes HTTP.");
        } else if (context.req().getContentLengthLong() > settings.maxBodyBytes()) {
            refuse(context, HttpStatus.CONTENT_TOO_LARGE, "The body exceeds " + settings.maxBodyBytes() + " bytes.");
        } else {
            ingest(context, source);
        }
    }

    private void ingest(Context context, SourceInput source) {
        try {
            Tally tally = read(
                    body(context),
                    source.origin(context.req().getRemoteAddr()),
                    source.framers().get());
            answer(context, HttpStatus.OK, Map.of("accepted", tally.accepted, "rejected", tally.rejected));
        } catch (BoundedStream.TooLarge e) {
            refuse(context, HttpStatus.CONTENT_TOO_LARGE, "The body exceeds " + settings.maxBodyBytes() + " bytes.");
        } catch (Outstanding.NotTaken e) {
            refuse(context, HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not take the records. Send them again later.");
        } catch (IOException e) {
            refuse(context, HttpStatus.BAD_REQUEST, "The body could not be read to its end.");
        }
    }

    private InputStream body(Context context) throws IOException {
        InputStream sent = new BoundedStream(context.req().getInputStream(), settings.maxBodyBytes());
        String encoding = context.req().getHeader("Content-Encoding");
        boolean compressed =
                encoding != null && encoding.strip().toLowerCase(Locale.ROOT).equals(GZIP);
        return compressed ? new BoundedStream(new GZIPInputStream(sent), settings.maxBodyBytes()) : sent;
    }

    private Tally read(InputStream body, Origin origin, Framer framer) throws IOException {
        Outstanding outstanding = new Outstanding(settings.answer());
        RecordCutter lines = new RecordCutter(LineCutter.of(body), framer);
        Tally tally = new Tally();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            outstanding.add(intake.accept(origin, null, line));
            tally.count(line);
        }
        outstanding.await();
        return tally;
    }

    private static void refuse(Context context, HttpStatus status, String sentence) {
        answer(context, status, Map.of("error", sentence));
    }

    private static void answer(Context context, HttpStatus status, Map<String, ?> body) {
        context.status(status).contentType("application/json").result(Json.bytes(body));
    }

    private static final class Tally {
        private long accepted;
        private long rejected;

        void count(Line line) {
            switch (line) {
                case Line.Whole whole -> accepted++;
                case Line.TooLong tooLong -> rejected++;
            }
        }
    }
}
