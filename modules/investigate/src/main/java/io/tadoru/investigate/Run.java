package io.tadoru.investigate;

import io.tadoru.connector.ConnectorCatalog;
import io.tadoru.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * What all inputs of a run share.
 *
 * @param recognised ids of the connectors that read some input of the run
 * @param intake where complete events go
 * @param assembly where events go that other lines may complete, until all are read
 */
record Run(
        Request request,
        ConnectorCatalog connectors,
        Set<String> recognised,
        Intake intake,
        AssemblySpool assembly,
        OutputStream rejects) {

    static void write(OutputStream out, Object value) throws IOException {
        out.write(Json.bytes(value));
        out.write('\n');
    }
}
