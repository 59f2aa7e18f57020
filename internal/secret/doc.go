// Package secret keeps what must not be seen from being seen by accident.
//
// Is: Text, a secret that prints as ***; tokens, of which only the hash is stored; personal data
// (Phone, Name, Email, BankAccount, IdentityNumber, LicenceNumber) that print masked; and the Keyring,
// which seals fields for the database (AES-256-GCM, bound to table, column and row), makes the blind
// indexes they are found by, and signs seals. Whoever wants the real value writes Reveal, so that every
// place that shows one can be found, and asks for the permission there (org.Show).
//
// Does not own: who may see what in full (org), the record of unmasking (unmask); passwords (identity);
// which fields are sealed (the package that stores them).
//
// Always true: a value is written under the primary key, and read under any key of the keyring; keys are
// never in the database, in a log or in an error. fmt with any verb, slog and encoding/json show the mask, never the value.
//
// Two limits. A value of personal data in an unexported field is printed by fmt as the text it is,
// because fmt cannot call methods there; keep such fields exported. JSON written from personal data
// holds the mask, so it is for showing, never for keeping; in PostgreSQL store the columns.
package secret
