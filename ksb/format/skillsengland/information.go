package skillsengland

import (
	"strconv"

	"github.com/skillgap-go/skillgap/ksb"
)

// information reads the KSBs of a standard that has no lists of them out of the HTML of
// its standardInformation: texts under a heading that names one kind, and tables whose
// columns, or first column, do. Duties are never read: such HTML maps none.
type information struct {
	texts [ksb.Behaviour + 1][]string // by kind

	title    string // of the present section
	label    labelled
	optional bool // the present section is for an option only
	section  []block

	irregular map[leftOut]int // how many texts
}

// leftOut is what could not be read, and why.
type leftOut struct {
	title, why string
}

// readInformation gives an edition the KSBs of its HTML.
func (c *collector) readInformation(e *edition) {
	in := &information{irregular: map[leftOut]int{}}
	for _, b := range blocksOf(e.Information) {
		in.read(b)
	}
	in.end()
	for l, texts := range in.irregular { // in any order: problems are sorted
		c.report(e, e.Origin, ".standardInformation", ErrIrregular, "%q %s: what stands there is left out, %d in all", l.title, l.why, texts)
	}
	e.take(in.texts[ksb.Knowledge], ksb.Knowledge, "K")
	e.take(in.texts[ksb.Skill], ksb.Skill, "S")
	e.take(in.texts[ksb.Behaviour], ksb.Behaviour, "B")
	if len(e.items) > 0 {
		c.report(e, e.Origin, ".standardInformation", ErrFromHTML, "%d knowledge, %d skills, %d behaviours: to be checked against the page",
			len(in.texts[ksb.Knowledge]), len(in.texts[ksb.Skill]), len(in.texts[ksb.Behaviour]))
	}
}

// take makes KSBs of texts: without IDs of their own, they are named by their place.
func (e *edition) take(texts []string, kind ksb.Kind, letter string) {
	for i, text := range texts {
		code := letter + strconv.Itoa(i+1)
		id := ksb.StatementID(string(e.id) + "/" + code)
		e.items = append(e.items, &item{of: e, Statement: ksb.Statement{ID: id, Code: code, Kind: kind, Text: text, Origin: e.Origin}})
	}
}

// read takes the next block in.
func (in *information) read(b block) {
	switch b.form {
	case headingForm:
		in.start(b.text(), labelOf(b.text()))
	case tableForm:
		in.readTable(b.table)
	case paragraphForm:
		in.readParagraph(b)
	default:
		in.section = append(in.section, b)
	}
}

// readParagraph: one that is a label, or stands out as a heading does, starts a section.
func (in *information) readParagraph(b block) {
	label := labelOf(b.text())
	leadIn, announces := leadInOf(b)
	switch {
	case announces:
		in.start(b.text(), leadIn)
	case label.kind > 0:
		in.start(b.text(), label)
	case b.bold && !b.leadsIn():
		in.start(b.text(), label)
	default:
		in.section = append(in.section, b)
	}
}

// start ends the present section and starts another. What is for an option goes on to
// the end, or to something of the core.
func (in *information) start(title string, label labelled) {
	in.end()
	in.title, in.label = title, label
	in.optional = (in.optional || isOfOption(title)) && !isOfCore(title)
}

// end reads the section that has come to its end.
func (in *information) end() {
	section := in.section
	in.section = nil
	if in.label == (labelled{}) || len(section) == 0 {
		return
	}
	texts, regular := textsOf(section)
	in.add(in.label, texts, regular)
}

// add takes the texts of a section or cell, or says why not.
func (in *information) add(label labelled, texts []string, regular bool) {
	switch {
	case in.optional:
		in.tell("is for an option", len(texts))
	case label.unclear:
		in.tell("is of no one kind", len(texts))
	case !regular:
		in.tell("is neither a list nor single paragraphs", len(texts))
	default:
		in.texts[label.kind] = append(in.texts[label.kind], texts...)
	}
}

// tell notes what is left out; what has the same title and reason is one.
func (in *information) tell(why string, texts int) {
	in.irregular[leftOut{clipped(in.title), why}] += texts
}
