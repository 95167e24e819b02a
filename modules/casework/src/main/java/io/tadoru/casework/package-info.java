/**
 * What is handed on: chains as text for a terminal, as a report in Markdown, and as a timeline that Timesketch reads. All
 * that comes from log lines is escaped for where it goes.
 */
@NullMarked
package io.tadoru.casework;

import org.jspecify.annotations.NullMarked;
