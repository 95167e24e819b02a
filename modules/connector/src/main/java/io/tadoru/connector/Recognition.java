package io.tadoru.connector;

import java.util.List;

/**
 * Which connector reads unknown lines, and how sure that is.
 *
 * @param connector its id
 * @param share of the records that it knows and reads, 0 to 1
 * @param rivals others that read as many; when there are some, somebody had better say which it is
 */
public record Recognition(String connector, double share, List<String> rivals) {}
