// Package mail brings letters to people outside of the pages.
//
// A letter (邮件) is put into the transaction of what it tells (PutTx) as words and the path of a page; a
// job (Service.Send) renders it as text and HTML and hands it to the channel. There are two channels: SMTP,
// and the outbox, which keeps letters in PostgreSQL and shows them on a page of the office, so that a trial
// installation needs no mail server.
//
//	PutTx ── fact ──> job: Send ──> Channel: SMTP | Outbox
//
// It owns letters that wait and the outbox. It does not own any wording, nor who gets a letter.
//
// Always true: nothing is sent from inside of a transaction; a letter that is sent leaves nothing of its
// content but who it was for and when; a channel that fails is tried again by the job queue, and the same
// letter may then arrive twice, with the same Message-ID; whatever a person typed is escaped in HTML and
// has no line breaks in a header.
package mail
