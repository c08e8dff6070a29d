package skillsengland

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// isMarkup tells whether data is a saved occupation page: markup whose duties and KSBs
// carry their codes and texts as attributes.
func isMarkup(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(data), []byte("<")) &&
		bytes.Contains(data, []byte("data-duty-details")) && bytes.Contains(data, []byte("data-ksb-id"))
}

// ReadHTML reads one occupation page as a browser saves it. Duties, KSBs and the links
// between them are taken from the attributes of the table of duties; the other facts
// are read as in [ReadPage], whose problems it shares. A KSB that two duties print with
// different texts is a problem that wraps ErrDuplicateID: the first text counts.
func ReadHTML(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	return readMarkup(data, name)
}

func readMarkup(data []byte, name string) (ksb.Framework, ksb.Problems) {
	m := &markup{
		page:   &page{file: name, headed: true, last: map[byte]int{}},
		tokens: html.NewTokenizer(bytes.NewReader(data)), line: 1, known: map[string]*entry{},
	}
	for m.next() {
	}
	m.endLine()
	m.settle()
	return m.framework(), m.problems.Sort()
}

// markup reads a page token by token: attributes become entries, text becomes lines.
type markup struct {
	*page
	tokens *html.Tokenizer
	line   int // of the token
	skip   int // how many elements deep the present text is passed over

	text    strings.Builder
	started int // the line on which text starts
	done    bool

	duties, ksbs []*entry
	known        map[string]*entry // KSBs by code
}

// next takes one token in and tells whether to go on.
func (m *markup) next() bool {
	kind := m.tokens.Next()
	raw := m.tokens.Raw()
	switch kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		m.take(string(m.tokens.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		m.open(m.tokens.Token(), kind == html.SelfClosingTagToken)
	case html.EndTagToken:
		m.close(m.tokens.Token().DataAtom)
	}
	m.line += bytes.Count(raw, []byte("\n"))
	return true
}

// passedOver: what stands in these is no text of the page, or is read from attributes.
func passedOver(a atom.Atom) bool {
	return a == atom.Script || a == atom.Style || a == atom.Noscript || a == atom.Svg || a == atom.Table
}

// flows: these elements do not end a line.
func flows(a atom.Atom) bool {
	return a == atom.Span || a == atom.Strong || a == atom.B || a == atom.Em || a == atom.I || a == atom.A || a == atom.Small
}

func (m *markup) open(t html.Token, closed bool) {
	attributes := map[string]string{}
	for _, a := range t.Attr {
		attributes[a.Key] = a.Val
	}
	switch {
	case t.DataAtom == atom.Link && attributes["rel"] == "canonical":
		m.edition = editionIn(attributes["href"])
	case attributes["data-duty-details"] != "" || attributes["data-duty-title"] != "":
		m.duty(attributes)
	case attributes["data-ksb-id"] != "":
		m.ksb(attributes)
	}
	if passedOver(t.DataAtom) && !closed {
		m.skip++
	}
	if !flows(t.DataAtom) {
		m.endLine()
	}
}

func (m *markup) close(a atom.Atom) {
	if passedOver(a) && m.skip > 0 {
		m.skip--
	}
	if !flows(a) {
		m.endLine()
	}
}

// take adds text to the present line.
func (m *markup) take(text string) {
	if m.skip > 0 || strings.TrimSpace(text) == "" {
		return
	}
	if m.text.Len() == 0 {
		m.started = m.line + strings.Count(text[:len(text)-len(strings.TrimLeft(text, " \t\r\n"))], "\n")
	}
	m.text.WriteString(" " + text)
}

// endLine hands the present line to the reader of pages. Once that has seen another
// page start, it gets no more.
func (m *markup) endLine() {
	text := clean(m.text.String())
	m.text.Reset()
	if text != "" && !m.done {
		m.done = !m.read(line{m.started, text})
	}
}

// duty starts the duty whose KSBs follow.
func (m *markup) duty(attributes map[string]string) {
	c, isCode := codeOf(attributes["data-duty-title"])
	if !isCode || c.letter != 'D' {
		c = codeLine{letter: 'D', number: len(m.duties) + 1}
	}
	c.text = plaintext.Of(attributes["data-duty-details"])
	m.duties = append(m.duties, &entry{codeLine: c, line: m.line})
}

// ksb notes a KSB, once, and that the present duty needs it.
func (m *markup) ksb(attributes map[string]string) {
	c, isCode := codeOf(strings.TrimSpace(attributes["data-ksb-id"]))
	if !isCode || c.letter == 'D' {
		m.report(m.line, attributes["data-ksb-id"], ksb.ErrValue, "%.40q is no code of a KSB", attributes["data-ksb-id"])
		return
	}
	c.text = plaintext.Of(attributes["data-ksb-text"])
	switch before := m.known[c.label()]; {
	case before == nil:
		m.known[c.label()] = &entry{codeLine: c, line: m.line}
		m.ksbs = append(m.ksbs, m.known[c.label()])
	case before.text != c.text:
		m.report(m.line, c.label(), ksb.ErrDuplicateID, "%s has another text on line %d: that one counts", c.label(), before.line)
	}
	if n := len(m.duties); n > 0 {
		m.duties[n-1].codes = append(m.duties[n-1].codes, c.label())
	}
}

// settle makes the entries of the page those of the attributes, in order of the codes.
func (m *markup) settle() {
	slices.SortStableFunc(m.ksbs, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(strings.IndexByte("KSB", a.letter), strings.IndexByte("KSB", b.letter)), cmp.Compare(a.number, b.number))
	})
	m.entries = append(m.ksbs, m.duties...)
}

// editionIn reads "1.2" out of an address that ends in "OCC0499-v1-2".
func editionIn(address string) string {
	_, version, found := strings.Cut(address[strings.LastIndexByte(address, '/')+1:], "-v")
	major, minor, whole := strings.Cut(version, "-")
	_, errMajor := strconv.Atoi(major)
	_, errMinor := strconv.Atoi(minor)
	if !found || !whole || errMajor != nil || errMinor != nil {
		return ""
	}
	return major + "." + minor
}
