// Package render reads and writes spreadsheets, Excel workbooks in and out, CSV out, and prints forms as PDF.
//
// It is the only place where a file made by somebody else is opened. It owns the guard in front of
// such a file, the child process that opens it, and the layout of the files the program hands out:
// lists, import templates and error files. It does not own what a column means: it knows no word of
// the trade, and whether a text is a right quantity or a known code is the caller's to say.
//
// # Reading
//
// Open checks the file (Inspect), then starts the program's own binary again as a child with bounded
// memory and time, an empty environment and no right to write a file. The child inflates and parses;
// the parent only takes rows over a pipe. So a hostile file costs one child, never the server. A
// program that reads must call Child first thing in main, and in TestMain of its tests:
//
//	func main() {
//		render.Child() // returns at once, unless this process was started to read a file
//		…
//	}
//
// The child parses the few parts of the format that carry cells by itself, as a stream, because it
// must tell the caller what a library for editing workbooks hides: that a cell holds a formula, a
// number or a date, and the digits of a number as they were stored.
//
// # Always true
//
//   - No formula is ever evaluated or written. A cell that holds one gives its stored result and says so.
//   - A number comes and goes as plain decimal text, never in scientific notation.
//   - Text is written as text: a cell beginning with "=" is no formula when it is opened, and a CSV
//     field that a spreadsheet would run gets a leading apostrophe.
//   - Memory does not grow with the number of rows, neither reading nor writing.
//   - A printed form holds every character it was given; one that its faces lack is shown as 〓.
//   - A template, a written list and an error file can each be imported as they are.
package render
