/**
 * Events, chains and rejects go from their topics into Elasticsearch, with the host's name as far as it is known. Reading a
 * record again changes nothing, so offsets are committed only after what was read stands there.
 */
@NullMarked
package io.tadoru.index;

import org.jspecify.annotations.NullMarked;
