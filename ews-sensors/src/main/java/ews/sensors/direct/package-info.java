/** The default intake: a group commit straight into the database. */
@NullMarked
package ews.sensors.direct;

import org.jspecify.annotations.NullMarked;
