// Package office is the surface of the brand's staff: /api/office. One file per resource.
//
// It owns what staff's pages send and read: the shapes of inputs and answers, and the permission each
// operation needs. It decides nothing; each handler calls one method of the domain.
package office
