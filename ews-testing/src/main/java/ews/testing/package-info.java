/** What the tests of all modules share: one real PostgreSQL for a test run, a clock that tests tick, and a receiver of webhooks. */
@NullMarked
package ews.testing;

import org.jspecify.annotations.NullMarked;
