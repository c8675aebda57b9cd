/** What people see: the application, security, pages, the executive report, administration. */
@NullMarked
package ews.dashboard;

import org.jspecify.annotations.NullMarked;
