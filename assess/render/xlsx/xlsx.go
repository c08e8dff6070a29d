package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// Options are what a workbook holds besides the report. The zero Options are English and
// the report alone.
type Options struct {
	Words *wording.Words // nil: English
	More  []Sheet        // further sheets, between those on the person and what they rest on
}

// Write writes a report as a workbook. The errors are those of w, and of sheets that no
// workbook can hold.
func Write(w io.Writer, r *assess.Report, o Options) error {
	words := wording.OrEnglish(o.Words)
	v := newView(words, r)
	sheets := append(v.onPerson(), o.More...)
	return WriteSheets(w, v.title(), r.AsOf, words, append(sheets, v.basis())...)
}

// WriteSheets writes a workbook of any sheets; without one it has an empty sheet. title
// stands in its properties and at the head of printed pages, day is the day of the file,
// words nil are English. Errors as in [Write].
func WriteSheets(w io.Writer, title string, day ksb.Date, words *wording.Words, sheets ...Sheet) error {
	file := excelize.NewFile()
	defer file.Close()
	b := &book{file: file, words: wording.OrEnglish(words), title: title, names: map[string]bool{}}
	b.styles()
	b.properties(day)
	for _, s := range sheets {
		if b.err == nil {
			b.sheet(s)
		}
	}
	if b.err != nil {
		return b.err
	}
	return table.WriteBook(w, file)
}

// onPerson are the sheets on the person.
func (v *view) onPerson() []Sheet {
	sheets := []Sheet{v.summary(), v.gaps(), v.evidence()}
	for _, s := range []Sheet{v.duties(), v.gates(), v.findings()} {
		if len(s.Rows) > 0 {
			sheets = append(sheets, s)
		}
	}
	return sheets
}

func (v *view) title() string {
	return v.say("title", "worker", orElse(v.r.Worker, v.say("unnamed")), "role", v.r.Role.Title)
}

func orElse(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}
