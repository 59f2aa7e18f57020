// Package record shows rows of the audit to people: what was sealed is opened, personal data is masked as everywhere
// else (org.Show), and tables and fields have the names people know.
//
// It owns the list of columns that hold personal data, and the names of tables and fields. It does not own the
// audit itself (audit), nor who may read it.
//
// Always true: a sealed value is never shown as it is stored; one that cannot be opened, or that this package does not
// know, is shown as ***.
package record
