// Package open is the surface of programs with an API key: /api/open. One file per resource.
//
// It owns what programs send and read. Batches answer item by item, so that one wrong line of an ERP
// holds up no other. It decides nothing; each handler calls the domain.
package open
