/** Benchmarks, each beside its baseline in the same run, on a PostgreSQL of their own. */
@NullMarked
package ews.bench;

import org.jspecify.annotations.NullMarked;
