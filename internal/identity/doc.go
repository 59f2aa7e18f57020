// Package identity knows who signs in: logins with their passwords, sessions, and API keys.
//
// It owns the schema identity and the rules of signing in: argon2id, a lock-out by name and address,
// sessions with an idle and an absolute end, keys with scopes, an end and a list of addresses. It does
// not own what a login may do: org tells that of staff and programs, dealer of a dealer's accounts;
// both make their logins through CreateLoginTx.
//
//	InviteTx ── letter ──▶ link ── AcceptTx ──▶ password, first session
//	AskReset ── job, letter ──▶ link ── Reset ──▶ another password, no session
//	password ── SignIn ──▶ token ── Resolve ──▶ Session ── org.StaffActor, dealer.AccountActor ──▶ Actor
//	key ───── ResolveKey ─▶ Key ── org.ProgramActor ──▶ Actor
//
// Always true: a password, token or key is never stored, only its hash; a name that does not exist
// costs the same work and gives the same answer as a wrong password, and as a forgotten one; a link works
// once, and a new one ends those before it; what is revoked is refused on every server within Fresh.
package identity
