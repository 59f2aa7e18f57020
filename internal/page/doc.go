// Package page cuts long lists into pages by cursor.
//
// Is: Request, what a caller asks for; List, what it gets; and the cursor between them, which holds
// the sort keys of the last item shown. The next page is "rows after these keys", so any server can
// answer it, and rows added or removed in between neither repeat nor hide others.
//
// Does not own: the order and the query of a list, which belong to the package that reads it. Keys
// must order its rows totally: end them with the id.
//
// Always true: a cursor is input like any other. It is bounded, strictly read into the types its
// list expects, and grants nothing: the query it goes into is scoped as for the first page.
package page
