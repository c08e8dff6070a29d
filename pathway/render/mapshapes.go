package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"unicode/utf8"
)

// svg is a drawing in the making.
type svg struct{ out bytes.Buffer }

func escaped(text string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a buffer takes everything
	return out.String()
}

func (s *svg) open(width, height int, title, description string) {
	fmt.Fprintf(&s.out, `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="%d" height="%d" viewBox="0 0 %d %d" font-family="Helvetica, Arial, sans-serif" font-size="13">`+"\n", width, height, width, height)
	fmt.Fprintf(&s.out, "<title>%s</title>\n<desc>%s</desc>\n", escaped(title), escaped(description))
	fmt.Fprintf(&s.out, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
}

func (s *svg) rect(x, y, width, height, thick int) {
	fmt.Fprintf(&s.out, `<rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="#fff" stroke="#000" stroke-width="%d"/>`+"\n", x, y, width, height, thick)
}

func (s *svg) text(x, y int, anchor, text string, bold bool) {
	weight := ""
	if bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(&s.out, `<text x="%d" y="%d" text-anchor="%s"%s>%s</text>`+"\n", x, y, anchor, weight, escaped(text))
}

func (s *svg) path(d, style string) {
	fmt.Fprintf(&s.out, `<path d="%s" fill="none" %s/>`+"\n", d, style)
}

// arrow is an arrowhead with its tip at a point; to is 1 if its back is to the right of
// it, -1 if to the left.
func (s *svg) arrow(tip point, to int) {
	fmt.Fprintf(&s.out, `<path d="M %d %d L %d %d L %d %d Z" fill="#000"/>`+"\n", tip.x, tip.y, tip.x+to*11, tip.y-6, tip.x+to*11, tip.y+6)
}

// badge is a short text in the middle of a spot.
func (s *svg) badge(x, y int, text string) {
	width := 12 + 8*utf8.RuneCountInString(text)
	x -= width / 2
	fmt.Fprintf(&s.out, `<rect x="%d" y="%d" width="%d" height="18" rx="9" fill="#fff" stroke="#000" stroke-width="1.5"/>`+"\n", x, y-9, width)
	s.text(x+width/2, y+5, "middle", text, true)
}

func (s *svg) close(w io.Writer) error {
	s.out.WriteString("</svg>\n")
	_, err := w.Write(s.out.Bytes())
	return err
}
