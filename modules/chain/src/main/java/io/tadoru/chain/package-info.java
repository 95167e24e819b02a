/**
 * What happened on a host: {@link io.tadoru.chain.Assembler} turns the set of a host's marks into chains, as a pure function.
 * The stream calls it whenever a host's set has changed, the batch run once; both get the same chains.
 */
@NullMarked
package io.tadoru.chain;

import org.jspecify.annotations.NullMarked;
