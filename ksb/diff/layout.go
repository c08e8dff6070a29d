package diff

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Width is how many characters a line of [Text] has at most.
const Width = 80

// page lays out text in lines of Width.
type page struct{ strings.Builder }

// heading starts a part of the page, after an empty line.
func (p *page) heading(format string, args ...any) {
	if p.Len() > 0 {
		p.WriteByte('\n')
	}
	p.item("", fmt.Sprintf(format, args...))
}

// item writes text after a lead; further lines stand below the first word.
func (p *page) item(lead, text string) {
	lead = visible(lead)
	if utf8.RuneCountInString(lead) > Width/2 {
		text, lead = strings.TrimLeft(lead, " ")+" "+text, "  "
	}
	hang := utf8.RuneCountInString(lead)
	line, used := strings.TrimRight(lead, " "), hang
	for i, word := range pieces(text, Width-hang) {
		size := utf8.RuneCountInString(word)
		switch {
		case i == 0:
			line = lead
		case used+1+size > Width:
			line, used = line+"\n"+strings.Repeat(" ", hang), hang
		default:
			line, used = line+" ", used+1
		}
		line, used = line+word, used+size
	}
	p.WriteString(line + "\n")
}

// visible is text without characters that are not seen but change what is: controls, and
// those that turn the direction of a line around.
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

// pieces splits text at white space, and words that are longer than most.
func pieces(text string, most int) (list []string) {
	for _, word := range strings.Fields(visible(text)) {
		runes := []rune(word)
		for len(runes) > most {
			list, runes = append(list, string(runes[:most])), runes[most:]
		}
		list = append(list, string(runes))
	}
	return list
}
