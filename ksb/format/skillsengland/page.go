package skillsengland

import (
	"io"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ReadPage reads the text of one occupation page, as copied from a browser. Lines
// that were wrapped are joined; what stands under headings that do not concern a
// framework is passed over. Origins are lines of the file.
//
// The problems wrap ErrMissing (a part of the page that is not there, a code left out
// in counting, no text), ErrDuplicateID (a code or a page given twice: the first
// counts), ErrMissingID (no reference at all, so nothing can be named) and ErrValue
// (text among the KSBs that belongs to none).
func ReadPage(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	return readPage(data, name)
}

func readPage(data []byte, name string) (ksb.Framework, ksb.Problems) {
	p := &page{file: name, headed: hasHeading(data), last: map[byte]int{}}
	for l := range lines(data) {
		if !p.read(l) {
			break
		}
	}
	return p.framework(), p.problems.Sort()
}

// page is what has been read of a page so far.
type page struct {
	file     string
	problems ksb.Problems

	headed  bool         // somewhere there is a heading of the KSBs
	section section      // where the next line stands
	last    map[byte]int // the last number of each letter
	entries []*entry     // KSBs and duties in order
	open    *entry       // the one that the next line may continue
	stray   bool         // a line among the entries that belongs to none has been reported

	facts
	list
}

// entry is a KSB or a duty.
type entry struct {
	codeLine
	line  int
	more  []string // lines that go on with the text
	codes []string // of the KSBs that the page prints beside a duty
}

// join puts the lines of the text together.
func (e *entry) join() {
	e.text = strings.Join(append([]string{e.text}, e.more...), " ")
	e.more = nil
}

func hasHeading(data []byte) bool {
	for l := range lines(data) {
		if s, _, is := headingOf(l.text); is && s == ksbs {
			return true
		}
	}
	return false
}

// read takes one line in and tells whether to go on.
func (p *page) read(l line) bool {
	switch {
	case l.text == "":
		p.blank()
	case p.startsAnother(l):
		return false
	case p.readHeading(l), p.readCodes(l), p.readEntry(l), len(p.entries) == 0 && p.readFact(l):
	default:
		p.readRest(l)
	}
	return true
}

// blank ends a text that has begun, and a list without blank lines in it.
func (p *page) blank() {
	if p.open != nil && p.open.text != "" {
		p.open = nil
	}
	if p.list.blank() {
		p.section = prose
	}
}

// startsAnother reports a second page in the file: its codes would be the same.
func (p *page) startsAnother(l line) bool {
	key, value := label(l.text)
	another := len(p.entries) > 0 && isReferenceKey(key) && isOccupation(value) && value != p.occupation
	if another {
		p.report(l.number, "reference", ksb.ErrDuplicateID, "another page, %s, starts here: a file holds one", value)
	}
	return another
}

func (p *page) report(line int, path string, fault ksb.Fault, detail string, args ...any) {
	p.problems.Add(p.at(line), path, fault, detail, args...)
}

func (p *page) at(line int) ksb.Origin { return ksb.Origin{File: p.file, Line: line} }
