// Package view holds the shapes of JSON that several surfaces share, and how they come from the domain.
//
// It owns names and forms of answers; it decides nothing. What a dealer may not see is left out here,
// once, for every surface of dealers.
package view
