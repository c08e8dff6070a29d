// Package review is the file in which a person decides about the links that
// [match.Crosswalk] proposes: written with the proposals, edited in any spreadsheet program
// or editor, and read back as confirmed links.
//
//	[]match.Proposal --WriteCSV or WriteXLSX--> a file --a person--> a file --Read--> Review --Links--> []ksb.Link
//
// One row is one pair, under the header
//
//	from,fromText,to,toText,relation,confidence,band,terms,decision,by,at
//
// with the columns in any order. from and to are IDs of statements; relation is exact,
// close, broad or narrow, read from the one to the other ("broad": to is broader), and may be
// changed; decision is yes or no, by is who decided, and at the day, YYYY-MM-DD. The other
// columns help to decide and are not read, but for fromText. A row without a decision stays
// out: nothing is confirmed by leaving it as it was proposed, whatever its confidence.
//
// Lines above the header are titles, so the explanation at the top does not disturb. What
// is understood of a file, and how headers are matched, is the business of package table.
package review
