/** Programs that measure, and print tables with the machine they ran on. No test fails on a time. */
@NullMarked
package io.tadoru.benchmark;

import org.jspecify.annotations.NullMarked;
