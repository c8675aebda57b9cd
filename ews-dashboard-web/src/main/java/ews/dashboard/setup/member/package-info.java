/** Members: who may sign in, in which role, and who takes over from somebody who leaves. */
@NullMarked
package ews.dashboard.setup.member;

import org.jspecify.annotations.NullMarked;
