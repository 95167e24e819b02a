package io.tadoru.investigate;

import io.tadoru.connector.Connector;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of the case and how it is read.
 *
 * @param name relative to the folder that was given: in manifest and ids, so that a copy elsewhere gives the same bytes
 * @param asOf by when it was written
 */
record Input(Path file, String name, Connector connector, Instant asOf) {}
