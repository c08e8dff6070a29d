package skillsengland

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// blocksOf parts HTML, escaped or not, into its blocks.
func blocksOf(source string) []block {
	for round := 0; round < 2 && !strings.Contains(source, "<"); round++ {
		source = html.UnescapeString(source)
	}
	b := &blockReader{tokens: html.NewTokenizer(strings.NewReader(source))}
	for b.next() {
	}
	b.flush()
	return b.blocks
}

// blockReader reads HTML token by token.
type blockReader struct {
	tokens  *html.Tokenizer
	blocks  []block
	text    strings.Builder
	plain   bool // some of the text is not bold
	bold    int  // how many bold elements are open
	items   int  // how many items of lists
	heading bool
	hidden  int // how many scripts and styles
	tables  int
	table   int // where the outermost table is among the blocks
	inCell  bool
}

func (r *blockReader) next() bool {
	switch kind := r.tokens.Next(); kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		r.take(string(r.tokens.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		r.open(r.tokens.Token())
	case html.EndTagToken:
		r.close(r.tokens.Token().DataAtom)
	}
	return true
}

// take adds text to the present block.
func (r *blockReader) take(text string) {
	if r.hidden > 0 {
		return
	}
	r.text.WriteString(text)
	r.plain = r.plain || r.bold == 0 && plaintext.Squeeze(text) != ""
}

// open takes a tag in; most end the present text.
func (r *blockReader) open(t html.Token) {
	a := t.DataAtom
	if !inLine(a) {
		r.flush()
	}
	switch {
	case a == atom.Br:
		r.text.WriteByte(' ')
	case isBold(a):
		r.bold++
	case isHidden(a):
		r.hidden++
	case a == atom.Li:
		r.openItem()
	case isHeading(a):
		r.heading = true
	default:
		r.openPart(t)
	}
}

func (r *blockReader) close(a atom.Atom) {
	if !inLine(a) {
		r.flush()
	}
	switch {
	case isBold(a):
		r.bold = max(0, r.bold-1)
	case isHidden(a):
		r.hidden = max(0, r.hidden-1)
	case a == atom.Li:
		r.items = max(0, r.items-1)
	case isHeading(a):
		r.heading = false
	default:
		r.closePart(a)
	}
}

// inLine: these elements do not end a text, nor do those that HTML does not know.
func inLine(a atom.Atom) bool {
	return a == 0 || flows(a) || a == atom.Br || a == atom.Sup || a == atom.Sub
}

func isBold(a atom.Atom) bool { return a == atom.Strong || a == atom.B }

func isHidden(a atom.Atom) bool { return a == atom.Script || a == atom.Style }

func isHeading(a atom.Atom) bool {
	return a == atom.H1 || a == atom.H2 || a == atom.H3 || a == atom.H4 || a == atom.H5 || a == atom.H6
}

// flush ends the present text: within an item it goes on with that.
func (r *blockReader) flush() {
	text, bold := plaintext.Squeeze(r.text.String()), !r.plain
	r.text.Reset()
	r.plain = false
	if text == "" {
		return
	}
	into := r.into()
	switch last := len(*into) - 1; {
	case r.items > 0 && last >= 0 && (*into)[last].form == itemForm:
		(*into)[last].parts = append((*into)[last].parts, text)
	case r.heading:
		*into = append(*into, block{form: headingForm, parts: []string{text}, bold: bold})
	default:
		*into = append(*into, block{parts: []string{text}, bold: bold})
	}
}

// openItem starts an item; one within another is part of that.
func (r *blockReader) openItem() {
	if r.items++; r.items == 1 {
		into := r.into()
		*into = append(*into, block{form: itemForm})
	}
}

// into is the list that the present text goes to: that of the cell, or of the page.
func (r *blockReader) into() *[]block {
	if row := r.row(); r.inCell && row != nil && len(*row) > 0 {
		return &(*row)[len(*row)-1].blocks
	}
	return &r.blocks
}
