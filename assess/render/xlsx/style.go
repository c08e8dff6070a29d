package xlsx

import "github.com/xuri/excelize/v2"

// styles are the numbers of the styles of a workbook.
type styles struct {
	header, figures, text, quoted, whole, number, percent, pounds, hours, day int

	tints map[Tint]int // conditional ones
}

const (
	barColour    = "9DBBDD"
	headerPaper  = "1F3A5F"
	headerInk    = "FFFFFF"
	line         = "C9D1DA"
	textFormat   = 49 // "@"
	wholeFormat  = 3  // "#,##0"
	poundsFormat = "[$£-809]#,##0.00"
	hoursFormat  = `[h]" h "mm" min"`
	dayFormat    = "yyyy-mm-dd"
	shareFormat  = "0.0%"
	numberFormat = "0.000"
)

// pairs are paper and ink of the tints.
func pairs() [][2]string {
	return [][2]string{Good: {"DDF0DD", "14421B"}, Short: {"FBE3D6", "6B2006"}, Split: {"EADCF4", "48206B"}, Worn: {"FFF0C7", "544000"}, Faint: {"E9ECEF", "33393F"}}
}

func (b *book) styles() {
	edge := []excelize.Border{{Type: "bottom", Color: line, Style: 1}}
	left := &excelize.Alignment{Vertical: "center", WrapText: true, Horizontal: "left", Indent: 1}
	right := &excelize.Alignment{Vertical: "center", Horizontal: "right", Indent: 1}
	custom := func(format string) *excelize.Style {
		return &excelize.Style{Border: edge, Alignment: right, CustomNumFmt: &format}
	}
	head := func(side string) *excelize.Style {
		return &excelize.Style{
			Font: &excelize.Font{Bold: true, Color: headerInk, Family: "Calibri", Size: 11}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headerPaper}},
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true, Horizontal: side, Indent: 1}, Border: edge,
		}
	}
	b.style = styles{
		header: b.new(head("left")), figures: b.new(head("right")),
		text:   b.new(&excelize.Style{Border: edge, Alignment: left}),
		quoted: b.new(&excelize.Style{Border: edge, Alignment: left, NumFmt: textFormat}),
		whole:  b.new(&excelize.Style{Border: edge, Alignment: right, NumFmt: wholeFormat}),
		number: b.new(custom(numberFormat)), percent: b.new(custom(shareFormat)), pounds: b.new(custom(poundsFormat)),
		hours: b.new(custom(hoursFormat)), day: b.new(custom(dayFormat)),
		tints: map[Tint]int{},
	}
	b.markQuoted()
	for tint, pair := range pairs() {
		if pair[0] == "" {
			continue
		}
		id, err := b.file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: pair[1], Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{pair[0]}},
		})
		b.try(err)
		b.style.tints[Tint(tint)] = id
	}
}

// markQuoted: what a person edits in such a cell stays text.
func (b *book) markQuoted() {
	if b.err == nil && b.file.Styles != nil && b.file.Styles.CellXfs != nil && b.style.quoted < len(b.file.Styles.CellXfs.Xf) {
		prefix := true
		b.file.Styles.CellXfs.Xf[b.style.quoted].QuotePrefix = &prefix
	}
}

func (b *book) new(s *excelize.Style) int {
	id, err := b.file.NewStyle(s)
	b.try(err)
	return id
}
