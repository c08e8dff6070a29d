// Package table reads and writes the tables that people keep: CSV files and Excel
// workbooks (.xlsx). It knows cells, rows and headers; what they mean is the business
// of the packages that use it.
//
//	book, problem := table.Open(file, "team.xlsx")
//	for row := range book.Rows(layout, &problems) {
//		row.Named("kind", &kind)
//	}
//
// # What is understood
//
// CSV with commas, semicolons or tabs, whichever its first rows have most of; quoted
// cells may hold line breaks. Workbooks with one or more sheets: formulas count as the
// values that they had when the file was saved, and one that was never worked out, or
// that came out as an error, is a problem of its cell. A cell that is formatted as a
// day reads as YYYY-MM-DD, without its time; any other number in its shortest form,
// whatever its format: 80 % is 0.8. The value of cells merged downwards holds for each
// of their rows. Rows that are hidden or filtered out are rows. Hidden sheets are not
// read; one that holds a table of the kind that was asked for is named.
//
// # Headers
//
// The header is the first of the first ten rows with something in them that has the key
// columns of the [Layout]; what stands above it is a title. Names of columns and sheets
// are told apart by their letters and digits alone: "Half-life days", "half_life_days"
// and "HALFLIFEDAYS" are one. Problems name them as they stand in the file.
//
// # Formulas
//
// A text that a spreadsheet program would take for a formula is written to CSV with an
// apostrophe in front (package cell), which reading takes off; in a workbook it is a cell
// of text. Formulas are never worked out here and nothing is fetched; the first one of a
// sheet that takes its value from another workbook, program or page is named as a problem,
// and the value that was saved with it counts.
//
// # Limits
//
// A document has at most [input.Limit] bytes, packed and unpacked; see [input.Limits].
// The password of a workbook is not asked for, and the older .xls is not read: both are
// problems. So are workbooks with macros, with a document type of their own, with text
// that one cell would hold and very many hold together, and files of other kinds under
// the name of a table.
package table
