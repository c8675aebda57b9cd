/** Files of rows that become events: uploaded, mapped, looked at, run, and taken back. */
@NullMarked
@NamedInterface("csv")
package ews.sensors.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
