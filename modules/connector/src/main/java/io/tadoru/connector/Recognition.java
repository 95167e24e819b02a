package io.tadoru.connector;

/**
 * Which connector reads a file's first lines best.
 *
 * @param connector its id
 * @param share of the lines that it reads, from 0 to 1
 */
public record Recognition(String connector, double share) {}
