// Package unmask lets people see a single masked value in full, with a reason.
//
// It owns the count of what each person looked at each day. It does not own the values: the caller has read the one
// asked for as the person may read it, and hands it out only after Tx has agreed. It does not own who sees a whole
// class in full either (org.Show).
//
// Always true: each value that is handed out is on the record with its reason, in the same transaction; nobody gets
// more than DailyCap values a day, however many ask at once.
package unmask
