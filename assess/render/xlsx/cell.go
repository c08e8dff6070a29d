package xlsx

import (
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// cell turns a value into a cell and its style.
func (b *book) cell(given any) any {
	switch v := given.(type) {
	case string:
		return b.text(v)
	case bool:
		if v {
			return b.text(b.words.Say("xlsx.yes"))
		}
	case int, int64:
		return excelize.Cell{StyleID: b.style.whole, Value: v}
	case float64:
		return excelize.Cell{StyleID: b.style.number, Value: strictjson.Round6(v)}
	case Percent:
		return excelize.Cell{StyleID: b.style.percent, Value: strictjson.Round6(float64(v))}
	case Pence:
		return excelize.Cell{StyleID: b.style.pounds, Value: float64(v) / 100}
	case Minutes:
		const perDay = 24 * 60 // which is how workbooks count time
		return excelize.Cell{StyleID: b.style.hours, Value: float64(v) / perDay}
	case ksb.Date:
		return b.day(v)
	}
	return excelize.Cell{StyleID: b.style.text}
}

// text is a cell of text; one that looks like a formula stays text when it is edited.
func (b *book) text(words string) any {
	words = shortened(clean(words), excelize.TotalCellChars)
	switch {
	case words == "":
		return excelize.Cell{StyleID: b.style.text}
	case cell.Formula(words):
		return excelize.Cell{StyleID: b.style.quoted, Value: words}
	}
	return excelize.Cell{StyleID: b.style.text, Value: words}
}

// day is a day; workbooks know none before 1900-03-01 for sure.
func (b *book) day(d ksb.Date) any {
	day, err := time.Parse(time.DateOnly, d.String())
	switch {
	case d == 0:
		return excelize.Cell{StyleID: b.style.text}
	case err != nil || day.Year() < 1901 || day.Year() > 9999:
		return b.text(d.String())
	}
	return excelize.Cell{StyleID: b.style.day, Value: day}
}

// clean leaves out what XML cannot hold, and characters that turn the direction of a
// line around.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), "\uFFFD"))
}
