package io.tadoru.investigate;

import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.detection.Detector;
import io.tadoru.event.Json;
import io.tadoru.identity.Office;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * What all inputs of a run share.
 *
 * @param recognised ids of the connectors that read some input of the run
 * @param events in reading order, until their hosts are named
 */
record Run(
        Request request,
        ConnectorCatalog connectors,
        Set<String> recognised,
        Detector detector,
        Office office,
        Knowledge knowledge,
        EventSpool events,
        OutputStream rejects) {

    static void write(OutputStream out, Object value) throws IOException {
        out.write(Json.bytes(value));
        out.write('\n');
    }
}
