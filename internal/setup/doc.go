// Package setup makes the first things of an installation that begins without the demo brand: what must
// be there before anybody can sign in and go on in the office.
//
// It owns which things these are: the standard roles, the administrative divisions of China, one
// division of the brand, one level of dealers, the audience of all dealers, the base price list, the rule
// by which stock is shown, and the first administrator. The rows are written by the packages they belong
// to; this one has no SQL of its own.
//
// Always true: an installation is set up by one transaction or not at all, and once: as soon as there
// is a member of staff, everything else is done in the office.
package setup
