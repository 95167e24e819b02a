/**
 * An office that never was and the logs its devices write: mail, endpoints, gateway and firewall of some days, with one
 * known infection in them. The same plan gives the same bytes, so the scenarios can be checked in and compared.
 */
@NullMarked
package io.tadoru.simulator;

import org.jspecify.annotations.NullMarked;
