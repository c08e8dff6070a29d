package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// What a terminal understands (ECMA-48).
const (
	wipe   = "\r\x1b[J" // from the beginning of this line on
	marked = "\x1b[1;4m"
	shown  = "\x1b[7m"
	plain  = "\x1b[0m"
)

// frame draws the picker from the line on where the cursor stands, which is the line that
// is typed in; the cursor ends behind what was typed. No line is wider than the terminal,
// so that the next frame knows how many there were.
func (p *picker) frame(wide, high int) string {
	var b strings.Builder
	typed := tail(string(p.typed), wide-3)
	b.WriteString(wipe + "> " + typed)
	rows := min(len(p.found), max(high-2, 1))
	from := max(p.at-rows+1, 0) // so that the choice that Enter takes is seen
	for i := from; i < from+rows; i++ {
		b.WriteString("\r\n" + p.found[i].row(wide-1, i == p.at))
	}
	below := rows + 1
	b.WriteString("\r\n" + head("  Up and Down, Enter to take, Esc to leave", wide-1))
	fmt.Fprintf(&b, "\x1b[%dA\r\x1b[%dC", below, columns("> "+typed))
	return b.String()
}

// row is a choice on one line, its letters marked.
func (c *choice) row(wide int, selected bool) string {
	style, lead, note := plain, "  ", "  "+clean(c.id)
	if selected {
		style, lead = plain+shown, "> "
	}
	if c.band != "" {
		note += "  (" + c.band + ")"
	}
	note = head(note, wide/2)
	return style + lead + c.marks(wide-columns(lead)-columns(note), style) + note + plain
}

// marks is as much of the text as there is room for, with the letters marked.
func (c *choice) marks(room int, style string) string {
	var b strings.Builder
	on := false
	for i, r := range c.text {
		if room -= columns(string(r)); room < 0 {
			break
		}
		if mark := slices.Contains(c.letters, i); mark != on {
			on = mark
			b.WriteString(map[bool]string{true: marked, false: style}[on])
		}
		if printable(r) {
			b.WriteRune(r)
		}
	}
	if on {
		b.WriteString(style)
	}
	return b.String()
}

// printable: neither a command nor what turns a line around.
func printable(r rune) bool { return unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r) }

// columns is how many columns of a terminal a text takes.
func columns(text string) (n int) {
	for _, r := range text {
		switch kind := width.LookupRune(r).Kind(); {
		case !printable(r), unicode.Is(unicode.Mn, r):
		case kind == width.EastAsianWide, kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// head is as much of the beginning of a text as there is room for.
func head(text string, room int) string {
	for i, r := range text {
		if room -= columns(string(r)); room < 0 {
			return text[:i]
		}
	}
	return text
}

// tail is as much of the end.
func tail(text string, room int) string {
	runes := []rune(text)
	for i := len(runes) - 1; i >= 0; i-- {
		if room -= columns(string(runes[i])); room < 0 {
			return string(runes[i+1:])
		}
	}
	return text
}
