package org

import "qudao/internal/secret"

// seeing is the permission to see a class of personal data in full.
var seeing = map[secret.Class]Permission{
	secret.ClassContact: ContactRead, secret.ClassBank: BankRead, secret.ClassIdentity: IdentityRead,
}

// Seeing is the permission to see a class of personal data in full.
func Seeing(c secret.Class) Permission { return seeing[c] }

// Unmasked reports whether the actor is shown a class of personal data as it is. People of a dealer see what
// is their dealer's own, and get nothing else to see; everybody else needs the permission of the class.
func (a Actor) Unmasked(c secret.Class) bool {
	return a.Kind == Dealer || a.May(seeing[c])
}

// Show is personal data as the actor may see it: in full or masked. Pages, exports, papers and the record all
// show it by this.
func Show(to Actor, v secret.Personal) string {
	if to.Unmasked(v.Class()) {
		return v.Reveal()
	}
	return v.Masked()
}
