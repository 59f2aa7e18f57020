// Package migrations holds the schema: forward-only SQL files, embedded in the binary, run by pg.Migrate.
//
// Each file names the package whose schema it makes or changes. A file that has been released is
// never edited; a change is a new file.
package migrations

import "embed"

// Files are the migrations, in the order of their names.
//
//go:embed *.sql
var Files embed.FS
