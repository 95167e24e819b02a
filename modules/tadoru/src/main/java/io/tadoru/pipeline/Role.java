package io.tadoru.pipeline;

/** A step of a line's walk that a process can take on, in the order in which a line meets them. */
public enum Role {
    COLLECT,
    NORMALIZE,
    CORRELATE,
    INDEX,
    SERVE
}
