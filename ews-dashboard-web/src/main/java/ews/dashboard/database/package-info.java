/** The embedded PostgreSQL that runs where no other database is configured. */
@NullMarked
package ews.dashboard.database;

import org.jspecify.annotations.NullMarked;
