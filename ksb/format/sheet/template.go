package sheet

import (
	"io"
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/table"
)

// Template writes an empty workbook for people to fill in: a sheet for each thing, with
// drop-down lists, and one that explains them. Equal bytes at every call. The errors are
// those of w.
func Template(w io.Writer) error {
	const rows = 500
	var pages []table.Page
	for _, p := range parts() {
		page := p.page(nil)
		page.Empty = rows
		pages = append(pages, page)
	}
	return table.WriteWorkbook(w, help(), pages...)
}

// offer lets people choose among the roles, statements and scales of a framework; where it
// has one scale, among its rungs, too. Anything else may be typed.
func offer(p *table.Page, f *ksb.Framework) {
	choices := map[string][]string{}
	for _, r := range f.Roles {
		choices[colRole] = append(choices[colRole], string(r.ID))
	}
	for _, s := range f.Statements {
		choices[colStatement] = append(choices[colStatement], string(s.ID))
	}
	if p.Name != "Scales" {
		for _, s := range f.Scales {
			choices[colScale] = append(choices[colScale], string(s.ID))
		}
	}
	if len(f.Scales) == 1 && p.Name == "Requirements" {
		choices[colLevel] = f.Scales[0].Rungs[min(1, len(f.Scales[0].Rungs)):]
	}
	p.Columns = slices.Clone(p.Columns)
	for i, c := range p.Columns {
		if list := choices[c.Name]; len(list) > 0 {
			p.Columns[i].Choices, p.Columns[i].Free = list, true
		}
	}
}

// help is what people are told before the list of columns.
func help() []string {
	return []string{
		"This workbook holds a framework: statements of knowledge, skills and behaviours, and the roles that ask for them.",
		"",
		"1. Write one statement a row on the sheet Statements. A code (K1, S1, B1) and a text are enough.",
		"2. Write one role a row on the sheet Roles.",
		"3. Say on the sheet Requirements which statement each role asks for, one a row. If you fill in Duties, you may leave this sheet empty.",
		"4. The other sheets are for those who need them; what you do not need stays empty.",
		"",
		"Columns may stand in any order; please do not rename them. Cells with a small arrow have a list to choose from.",
		"Days are written as 2026-01-31. Several things in one cell are parted by semicolons.",
	}
}
