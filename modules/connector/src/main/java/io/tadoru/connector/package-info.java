/**
 * How a record is read: {@code connector.yml} is compiled once into a plan of steps, and each record walks through it, from
 * bytes to an event with its observations, or to the reason why it became none. Nothing a line holds can make it throw.
 */
@NullMarked
package io.tadoru.connector;

import org.jspecify.annotations.NullMarked;
