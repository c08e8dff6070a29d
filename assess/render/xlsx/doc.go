// Package xlsx writes a report as an Excel workbook: a summary, every gap, every piece of
// evidence, the duties, the gates, what to check and what it all rests on, a sheet each,
// with headers that stay, filters, and numbers that are numbers.
//
//	err := xlsx.Write(w, report, xlsx.Options{})
//
// Further sheets are values that the caller fills ([Sheet]), so that a plan, of which this
// package knows nothing, can stand in the same workbook.
//
// # What a cell holds
//
// Shares are numbers between 0 and 1 in the format of per cents, money is pounds, time is
// hours and minutes, days are days. What is looked at for colour says the same in words
// or figures: colours come from conditional formats and follow what a person changes. No
// cell holds a formula. Texts are cells of text, marked as such where they would become a
// formula when somebody edits them; controls that XML cannot hold are left out, and what
// is longer than a cell ends in an ellipsis.
//
// # The same bytes
//
// Equal reports give equal bytes: the file knows neither who wrote it nor when; its date
// is the day of the report.
package xlsx
