/** What people see in Kibana: from the readable sources in {@code dashboards/} to saved objects that it has taken. */
@NullMarked
package io.tadoru.dashboards;

import org.jspecify.annotations.NullMarked;
