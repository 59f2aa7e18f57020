// Package spreadsheet runs imports and exports of whole lists.
//
// It owns the run: one upload or one download, its progress, what came of each row, and the files. It
// does not own what a row means: products are catalog's, prices pricing's, stock inventory's, and each
// of them applies the rows by its own rules. Files and their cells are render's.
//
//	waiting --> running --> done      some rows may have failed; the error file holds them
//	                    `-> failed    nothing was applied; problem says why
//
// StartImport and StartExport store the run and the fact run.started; the worker's job calls Perform.
// An import reads the rows, gathers what is wrong with each, and applies the right ones: prices in one
// transaction, so that a list is published by one step; products and stock in chunks, because each row
// stands alone and the locks of all would stop the trade. Wrong rows never stop right ones, unless the
// file as a whole cannot be read.
//
// An import of prices or stock is taken back by Undo, where nothing was written there since.
//
// Always true: a run is worked by one worker at a time; a worker that died is replaced (Recover), and
// what it applied is not applied again; a run acts in the scope of who started it, and tells what is
// wrong in that person's language; an exported list of products, prices or stock can be imported as it is.
package spreadsheet
