// Package timeline keeps what happened to a document, node by node, and what people wrote to it.
//
// A node's seq is the document's version after the move, so a document's nodes are also the history of
// its moves: one a version, no gap, written in the transaction of the move and never changed. Which
// nodes there are is the document's own business; the timeline knows a kind, an id and a dealer.
//
// A comment (留言) is what a dealer or the brand's staff wrote to a document, with files. An internal one is
// for the brand's own people alone. Who may read or write one is asked by the document's package before it
// calls here.
//
// Always true: a comment and its files never change; a dealer finds no internal one, and hears of none; a
// file is a picture made safe, a PDF, a workbook, a text document or an archive, by its content and not by
// its name, and what is handed out is never shown by a browser as a page.
package timeline
