package ews.plays.run;

import ews.domain.play.RunId;

/** A run has been made, in this transaction, and has taken no step yet. */
record RunInserted(RunId run) {}
