package table

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Number formats. An unknown one changes nothing; the general one of workbooks, 0, would
// make a number of a text such as 007.
const (
	shortDate  = 14 // Open sets its pattern to YYYY-MM-DD
	textFormat = 49 // "@"
	unknown    = -1
	removed    = -2
)

// plainNumbers gives every cell one of two formats, since formats are for the eye: days
// read as YYYY-MM-DD and other numbers as they are.
func plainNumbers(file *excelize.File) {
	if file.Styles == nil || file.Styles.CellXfs == nil {
		return
	}
	own := map[int]string{}
	if file.Styles.NumFmts != nil {
		for _, f := range file.Styles.NumFmts.NumFmt {
			own[f.NumFmtID] = f.FormatCode
			f.NumFmtID = removed
		}
	}
	for i := range file.Styles.CellXfs.Xf {
		xf := &file.Styles.CellXfs.Xf[i]
		plain := unknown
		if xf.NumFmtID != nil && showsDay(*xf.NumFmtID, own) {
			plain = shortDate
		}
		xf.NumFmtID = &plain
	}
}

// showsDay tells whether a number format shows a calendar day: those of ECMA-376 part 1,
// 18.8.30, that do, in any language, and custom ones with a year or a day in them.
func showsDay(id int, own map[int]string) bool {
	if code, custom := own[id]; custom {
		return hasDay(code)
	}
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58
}

// hasDay looks for a y or a d outside of quotes, brackets and escapes.
func hasDay(code string) bool {
	quoted, bracketed := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracketed = true
		case c == ']':
			bracketed = false
		case !bracketed && strings.IndexByte("yYdD", c) >= 0:
			return true
		}
	}
	return false
}
