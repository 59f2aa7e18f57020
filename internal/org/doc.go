// Package org is the brand's organisation: divisions, staff, roles, and what each may do.
//
// It owns the Actor, the one answer to "who asks, and what may they?", that every use case takes as
// its argument `who`: a dealer's account, a member of staff, a program with an API key, or the system
// itself. An Actor carries permissions (checked by Require, in the application) and the scope of rows
// (Scope, enforced by PostgreSQL beneath it).
//
// It does not own logins and sessions (identity) nor what a dealer is (dealer).
//
// Always true: nothing is allowed that no permission allows; permissions are the union over roles.
package org
