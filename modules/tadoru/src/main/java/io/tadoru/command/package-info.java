/**
 * One class for each command that a person can type. A command reads options, calls nouns and verbs, and prints; results go
 * to standard output, progress and complaints to standard error.
 */
@NullMarked
package io.tadoru.command;

import org.jspecify.annotations.NullMarked;
