/** What the tests of all modules share: one real PostgreSQL for a test run, and a clock that tests tick. */
@NullMarked
package ews.testing;

import org.jspecify.annotations.NullMarked;
