/**
 * Reads Windows' event log files: the file's chunks of 64 KB, each chunk's records, each record's binary XML, and of that XML
 * the JSON that Winlogbeat would have sent. Written from libevtx's "Windows XML Event Log (EVTX) format" and Microsoft's
 * [MS-EVEN6]. Every offset and length in such a file may be a lie: each is checked, work and depth are bounded, and a record
 * that makes no sense is handed over as damaged.
 */
@NullMarked
package io.tadoru.evtx;

import org.jspecify.annotations.NullMarked;
