// Package notification tells people: announcements of the brand to audiences, and messages about what
// happened to a document.
//
// An announcement (公告) is written by staff as a draft, published to everybody or to the dealers of some
// audiences, for a period or until it is withdrawn. A dealer's accounts see what is published to it now.
//
//	draft ──Publish──> published ──Withdraw──> withdrawn
//
// A message (消息) is made of a fact by a job (Tell), once for each fact and receiver however often the job
// runs. Receivers are a dealer, with all its accounts, one member of staff, or all staff that reviews and sees
// every dealer; so a fact costs one row, and who has seen it stands apart. What waits on a list, as orders for review do, is counted from the list (Count) and
// is no message: a flood of orders would cost a row each, and nobody reads a thousand of them. A message keeps its kind and what its text names; the text is made in
// the reader's language when it is read (Text).
// Messages live for Lifetime, then Forget removes them.
//
// It owns both, and what each principal has seen of them. It does not own the documents it tells of: a
// message names one, and opening it asks the document's own package. Other channels than the pages are not
// its matter yet.
//
// Always true: nobody but the dealers of its audiences, and staff, ever finds an announcement; a dealer's
// message is about that dealer; staff finds messages about dealers in its scope alone; every step of an
// announcement and every message states a fact, which makes open pages count again.
package notification
