package io.tadoru.serve.access;

/** What {@link Gate} says to who knocks. */
public sealed interface Admission {
    /** Come in. */
    record Admitted(Caller caller) implements Admission {}

    /** No token, a wrong one, one that has expired or was revoked: which of these is nobody's business. */
    record Refused() implements Admission {}

    /** Refused too often from that address; not even looked at. */
    record TooMany() implements Admission {}
}
