/** The intake's HTTP end point: reads bodies, checks keys, answers with receipts or problems. */
@NullMarked
package ews.sensors.http;

import org.jspecify.annotations.NullMarked;
