// Package fault is the vocabulary of refusals.
//
// Every error that a person or a program outside may see is declared once, beside the rule it
// speaks for, with Define: a kind, a stable code and one sentence in each language. A use adds the
// facts with With ("12 left") and the fields at fault with At. The edge turns a Fault into
// problem+json in one place; any other error is "internal" to the caller and is only logged.
//
// Always true: a code is declared once in the program, in both languages, and never changes its
// meaning.
package fault
