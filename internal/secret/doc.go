// Package secret keeps what must not be seen from being seen by accident.
//
// Is: Text, a secret that prints as ***; tokens, of which only the hash is stored; and personal data
// (Phone, Name, Email, BankAccount) that print masked. Whoever wants the real value writes Reveal,
// so that every place that shows one can be found, and asks for the permission there.
//
// Does not own: who may unmask, and the record of it (org, audit); passwords (identity).
//
// Always true: fmt with any verb, slog and encoding/json show the mask, never the value.
//
// Two limits. A value of personal data in an unexported field is printed by fmt as the text it is,
// because fmt cannot call methods there; keep such fields exported. JSON written from personal data
// holds the mask, so it is for showing, never for keeping; in PostgreSQL store the columns.
package secret
