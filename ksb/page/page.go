// Package page lays out text for people: lines of 80 characters, headings, and
// paragraphs that hang from a lead. Every text that this project prints goes through it,
// so what a file contains can neither break a line nor turn one around.
package page

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Width is how many characters a line of a text report has at most.
const Width = 80

// Page lays out text for a reader: headings, and paragraphs that are wrapped at
// Width and hang from their first line. Words longer than a line are broken. Nothing
// is written before Flush.
type Page struct{ text strings.Builder }

// Heading writes a line of its own, underlined, after an empty line.
func (p *Page) Heading(text string) {
	if p.text.Len() > 0 {
		p.text.WriteByte('\n')
	}
	p.Item("", text)
	p.text.WriteString(strings.Repeat("-", min(utf8.RuneCountInString(text), Width)) + "\n")
}

// Item writes text after a lead such as "  K7  ". Further lines stand below the first
// word. No text writes nothing but the lead. A lead of more than half a line has lines
// of its own.
func (p *Page) Item(lead, text string) {
	lead = visible(lead)
	if utf8.RuneCountInString(lead) > Width/2 {
		p.Item("  ", lead)
		lead = "      "
	}
	hang := utf8.RuneCountInString(lead)
	used := hang
	p.text.WriteString(lead)
	for i, word := range words(text, Width-hang) {
		size := utf8.RuneCountInString(word)
		switch {
		case i > 0 && used+1+size > Width:
			p.text.WriteString("\n" + strings.Repeat(" ", hang))
			used = hang
		case i > 0:
			p.text.WriteByte(' ')
			used++
		}
		p.text.WriteString(word)
		used += size
	}
	p.text.WriteByte('\n')
}

// Flush writes the page, without spaces at the ends of lines, and starts a new one.
func (p *Page) Flush(w io.Writer) error {
	var out strings.Builder
	for line := range strings.Lines(p.text.String()) {
		out.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	p.text.Reset()
	_, err := io.WriteString(w, out.String())
	return err
}

// visible is text without characters that are not seen but change what is: controls,
// and those that turn the direction of a line around.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

// words splits text at white space, and words that are longer than a line.
func words(text string, most int) (list []string) {
	for _, word := range strings.Fields(visible(text)) {
		runes := []rune(word)
		for len(runes) > most {
			list = append(list, string(runes[:most]))
			runes = runes[most:]
		}
		list = append(list, string(runes))
	}
	return list
}

// Column pads or leaves text to a number of characters.
func Column(text string, width int) string {
	return text + strings.Repeat(" ", max(width-utf8.RuneCountInString(text), 0))
}
