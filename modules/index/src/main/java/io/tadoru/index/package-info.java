/** Events, chains, rejects into Elasticsearch.. */
@NullMarked
package io.tadoru.index;

import org.jspecify.annotations.NullMarked;
