package xlsx

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Sheet is a sheet to write: a table with its header in the first row.
type Sheet struct {
	// Name is made to fit: 31 characters, without those that no name may have, and other
	// than the names before it.
	Name    string
	Columns []Column
	// Rows hold, cell by cell, nil or "" (blank), a string, bool (yes or blank), int,
	// int64, float64, ksb.Date (0: blank), Percent, Pence or Minutes. Anything else is
	// blank.
	Rows [][]any
	// Unsorted: it is read from top to bottom, and has no filters.
	Unsorted bool
	// Printed is how many columns are printed, from the first; 0: all.
	Printed int
	// Total: the last row sums up the others, and no filter hides it.
	Total bool
}

// Add appends a row.
func (s *Sheet) Add(cells ...any) { s.Rows = append(s.Rows, cells) }

// Column is the header of a column and how it looks.
type Column struct {
	Name  string
	Width float64 // in characters; 0: that of the name
	Bar   bool    // numbers have a bar behind them, from 0 to the greatest
	Looks []Look  // of cells with these words
}

// width is that of a column on the sheet.
func (c Column) width() float64 {
	const most = 120
	return min(cmp.Or(c.Width, float64(utf8.RuneCountInString(c.Name))+4), most)
}

// high makes a row high enough for texts that are wrapped; not every program does so by
// itself.
func high(columns []Column, cells []any) excelize.RowOpts {
	const line, gap, most = 15, 3, 400 // points
	lines := 1
	for i, given := range cells {
		if cell, is := given.(excelize.Cell); is {
			words, _ := cell.Value.(string)
			lines = max(lines, linesOf(words, columns[i].width()))
		}
	}
	return excelize.RowOpts{Height: float64(min(line*lines+gap, most))}
}

// linesOf is how many lines a text takes in a column; letters are taken to be somewhat
// wider than digits, by which columns are measured.
func linesOf(text string, width float64) (n int) {
	room := max(int(width*0.92)-2, 4)
	for part := range strings.SplitSeq(text, "\n") {
		n += 1 + max(utf8.RuneCountInString(part)-1, 0)/room
	}
	return n
}

// Look gives cells of one text a colour.
type Look struct {
	Text string
	Tint Tint
}

// Tint is a pair of colours, of paper and of ink, at a contrast of 7 to 1 or more. It says
// nothing that the text does not say.
type Tint uint8

// The tints.
const (
	Plain Tint = iota
	Good       // there
	Short      // not there yet
	Split      // sources disagree
	Worn       // was there
	Faint      // not known, or not asked for
)

// Percent is a share, 0 to 1.
type Percent float64

// Pence is money, shown in pounds.
type Pence int64

// Minutes is time, shown in hours and minutes.
type Minutes int64

// fittingName makes a name that a workbook takes and that was not there before.
func fittingName(name string, taken map[string]bool) string {
	name = strings.Trim(strings.Map(allowed, clean(name)), " ’")
	if name == "" || strings.EqualFold(name, "History") { // Excel keeps that one for itself
		name += "Sheet"
	}
	const most = 31
	fit := shortened(name, most)
	for n := 2; taken[strings.ToLower(fit)]; n++ {
		tail := " " + strconv.Itoa(n)
		fit = shortened(name, most-len(tail)) + tail
	}
	taken[strings.ToLower(fit)] = true
	return fit
}

// allowed maps a character of the name of a sheet; an apostrophe would end it where it is
// quoted.
func allowed(r rune) rune {
	switch r {
	case ':', '\\', '/', '?', '*', '[', ']', '\n', '\t':
		return ' '
	case '\'':
		return '’'
	}
	return r
}

// shortened is text of at most so many UTF-16 units, as Excel counts.
func shortened(text string, most int) string {
	units := utf16.Encode([]rune(text))
	if len(units) <= most {
		return text
	}
	cut := string(utf16.Decode(units[:most-1]))
	return strings.TrimRight(strings.TrimSuffix(cut, "\uFFFD"), " ") + "…"
}
