package ews.dashboard.setup.source;

import ews.sensors.source.WaitingPerson;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose events wait for their account.
 *
 * @param name who that is, if what was sent says it in words
 */
record WaitingRow(WaitingPerson person, @Nullable String name) {}
