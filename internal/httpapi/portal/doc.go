// Package portal is the surface of dealers' accounts: /api/portal. One file per resource.
//
// It owns what dealers' pages send and read, and shows a dealer nothing of how a price was made beyond
// what concerns them. It decides nothing; each handler calls one method of the domain.
package portal
