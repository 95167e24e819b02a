package io.tadoru.serve.access;

import java.time.Instant;

/** Whom a token lets in: the name that decisions are signed with, and until when. */
public record Caller(String name, AccessRole role, Instant expires) {}
