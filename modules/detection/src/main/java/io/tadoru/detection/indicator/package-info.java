/**
 * How lists of indicators are read: plain lists, CSV, STIX bundles, MISP events and feeds, each recognised by its content. An
 * entry that is of no use costs itself alone and is told; what is looked up is {@link io.tadoru.detection.Indicators}.
 */
@NullMarked
package io.tadoru.detection.indicator;

import org.jspecify.annotations.NullMarked;
