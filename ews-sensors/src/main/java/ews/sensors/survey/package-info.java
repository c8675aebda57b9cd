/** What tools for surveys send: what people at accounts think. */
@NullMarked
package ews.sensors.survey;

import org.jspecify.annotations.NullMarked;
