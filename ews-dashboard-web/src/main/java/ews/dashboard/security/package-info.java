/** Who may come in, and what they may do: sign-in, sessions, roles, headers, invitations. */
@NullMarked
package ews.dashboard.security;

import org.jspecify.annotations.NullMarked;
