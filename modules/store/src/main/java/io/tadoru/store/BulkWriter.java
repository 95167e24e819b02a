package io.tadoru.store;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes documents and comes back when each stands there, is superseded, or is refused for itself. What is the cluster's
 * fault (away, full, overloaded) is waited for, however long: so a full Elasticsearch pushes back.
 */
public final class BulkWriter {
    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final Rest5Client client;

    BulkWriter(Rest5Client client) {
        this.client = client;
    }

    /**
     * Writes in pieces of bounded size, one after the other. Writing again changes nothing.
     *
     * @return what will never be taken
     */
    public List<Refused> write(List<Document> documents) throws InterruptedException {
        List<Refused> refused = new ArrayList<>();
        for (List<Document> piece : BulkRequest.pieces(documents)) {
            settle(piece, refused);
        }
        return refused;
    }

    private void settle(List<Document> documents, List<Refused> refused) throws InterruptedException {
        Backoff backoff = new Backoff();
        List<Document> open = documents;
        while (!open.isEmpty()) {
            open = attempt(open, refused, backoff);
            if (!open.isEmpty()) {
                backoff.pause();
            }
        }
        if (backoff.tries() > 0) {
            LOG.info("Elasticsearch takes documents again after {} tries", backoff.tries());
        }
    }

    /** Returns what is to be sent again. */
    private List<Document> attempt(List<Document> documents, List<Refused> refused, Backoff backoff)
            throws InterruptedException {
        try {
            return sort(documents, BulkResponse.fates(send(documents), documents.size()), refused, backoff);
        } catch (ResponseException e) {
            return answered(e, documents, refused, backoff);
        } catch (IOException | RuntimeException e) {
            stopIfInterrupted();
            warn(backoff, e.toString());
            return documents;
        }
    }

    /** The client wraps an interruption in exceptions of several kinds. */
    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while Elasticsearch was being waited for");
        }
    }

    private byte[] send(List<Document> documents) throws IOException {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkResponse.FILTER);
        request.setEntity(new ByteArrayEntity(BulkRequest.ndjson(documents), NDJSON));
        try (InputStream in = client.performRequest(request).getEntity().getContent()) {
            return in.readAllBytes();
        }
    }

    private static List<Document> sort(
            List<Document> documents, List<BulkResponse.Fate> fates, List<Refused> refused, Backoff backoff) {
        List<Document> again = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            switch (fates.get(i)) {
                case BulkResponse.Fate.Done done -> {}
                case BulkResponse.Fate.Refusal no -> refused.add(new Refused(documents.get(i), no.reason()));
                case BulkResponse.Fate.Retry later -> {
                    again.add(documents.get(i));
                    warnOnce(backoff, again.size(), later.reason());
                }
            }
        }
        return again;
    }

    /** A request refused as a whole for its contents is halved until the one document is found that it is about. */
    private List<Document> answered(
            ResponseException e, List<Document> documents, List<Refused> refused, Backoff backoff)
            throws InterruptedException {
        int status = e.getResponse().getStatusCode();
        if (status != 400 && status != 413) {
            warn(backoff, "status " + status);
            return documents;
        }
        if (documents.size() == 1) {
            refused.add(new Refused(documents.getFirst(), "bulk refused with status " + status));
            return List.of();
        }
        int half = documents.size() / 2;
        settle(documents.subList(0, half), refused);
        settle(documents.subList(half, documents.size()), refused);
        return List.of();
    }

    private static void warnOnce(Backoff backoff, int nth, String reason) {
        if (nth == 1) {
            warn(backoff, reason);
        }
    }

    private static void warn(Backoff backoff, String reason) {
        if (backoff.tries() % 12 == 0) {
            LOG.warn("Elasticsearch did not take documents, trying again: {}", reason);
        }
    }
}
