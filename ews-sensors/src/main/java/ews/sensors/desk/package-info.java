/** What support desks send: where tickets stand. */
@NullMarked
package ews.sensors.desk;

import org.jspecify.annotations.NullMarked;
