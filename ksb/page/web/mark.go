package web

import "strconv"

// Mark is a look that tells one state from another: a colour, a hatching and a symbol,
// so that each of the three is enough by itself.
type Mark uint8

// The marks. The zero Mark is that of nothing known.
const (
	MarkOpen    Mark = iota // nothing known: hollow
	MarkFull                // there: solid, a tick
	MarkSplit               // sources disagree: crossed lines
	MarkLapsed              // was there: level lines, a clock
	MarkShort               // not there yet: slanting lines, half a disc
	MarkUnsure              // not enough to tell: dots, a question mark
	MarkOutside             // does not count: upright lines, a dash
)

const marks = MarkOutside + 1

func (m Mark) name() string {
	switch m {
	case MarkFull:
		return "full"
	case MarkSplit:
		return "split"
	case MarkLapsed:
		return "lapsed"
	case MarkShort:
		return "short"
	case MarkUnsure:
		return "unsure"
	case MarkOutside:
		return "outside"
	}
	return "open"
}

// Class is the class that gives text and symbols the colour of the mark.
func (m Mark) Class() string { return "m-" + m.name() }

// fill paints a shape of a chart with the colour and the hatching of the mark.
func (m Mark) fill() Node { return Attr("fill", "url(#h-"+m.name()+")") }

// Symbol is the mark alone, a small picture named by a word.
func Symbol(m Mark, name string) Node {
	return El("svg", Class("symbol "+m.Class()), Attr("viewBox", "0 0 16 16"), Attr("width", "16"), Attr("height", "16"), Attr("role", "img"),
		El("title", Text(name)), use(m))
}

func use(m Mark, more ...Node) Node { return El("use", Href("#i-"+m.name()), List(more...)) }

// Badge is a word with the symbol of its mark: neither needs the other.
func Badge(m Mark, word string) Node {
	return El("span", Class("badge "+m.Class()),
		El("svg", Class("symbol"), Attr("viewBox", "0 0 16 16"), Attr("width", "16"), Attr("height", "16"), Attr("aria-hidden", "true"), El("title", Text(word)), use(m)),
		El("span", Text(word)))
}

// Sprite holds the symbols and hatchings that charts refer to. A [Document] has it; a
// page that is put together otherwise needs it once, before its charts.
func Sprite() Node {
	parts := []Node{Class("sprite"), Attr("width", "0"), Attr("height", "0"), Attr("aria-hidden", "true"), Attr("focusable", "false"), El("title")}
	for m := range marks {
		parts = append(parts, symbol(m), hatching(m))
	}
	return El("svg", parts...)
}

func symbol(m Mark) Node {
	return El("symbol", ID("i-"+m.name()), Attr("viewBox", "0 0 16 16"), List(drawing(m)...))
}

// drawing is a symbol in a square of 16: a disc or a ring with a sign in it.
func drawing(m Mark) []Node {
	disc, ring := circle("disc"), circle("ring")
	switch m {
	case MarkFull:
		return []Node{disc, path("sign", "M4.5 8.3l2.4 2.5 4.6-5.2")}
	case MarkSplit:
		return []Node{disc, path("sign", "M4.6 6.2h6.8M4.6 9.8h6.8M9.8 3.8l-3.6 8.4")}
	case MarkLapsed:
		return []Node{ring, path("hand", "M8 4.4V8l2.6 1.8")}
	case MarkShort:
		return []Node{ring, path("disc", "M8 1.6a6.4 6.4 0 0 0 0 12.8z")}
	case MarkUnsure:
		return []Node{ring, path("hand", "M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M8 11.3v.4")}
	case MarkOutside:
		return []Node{ring, path("hand", "M5 8h6")}
	}
	return []Node{circle("ring gap")}
}

func circle(class constant) Node {
	return El("circle", Attr("class", string(class)), Attr("cx", "8"), Attr("cy", "8"), Attr("r", "6.4"))
}

func path(class, d constant) Node {
	return El("path", Attr("class", string(class)), Attr("d", string(d)))
}

// hatching is the pattern of a mark: its colour under lines of the colour of the paper.
func hatching(m Mark) Node {
	return El("pattern", ID("h-"+m.name()), Attr("patternUnits", "userSpaceOnUse"), Attr("width", "6"), Attr("height", "6"),
		El("rect", Class("c-"+m.name()), Attr("width", "6"), Attr("height", "6")), lines(m))
}

func lines(m Mark) Node {
	switch m {
	case MarkFull:
		return Node{}
	case MarkSplit:
		return path("line", "M0 0l6 6M6 0L0 6")
	case MarkLapsed:
		return path("line", "M0 3h6")
	case MarkShort:
		return path("line", "M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3")
	case MarkUnsure:
		return El("circle", Class("dot"), Attr("cx", "3"), Attr("cy", "3"), Attr("r", "1.6"))
	case MarkOutside:
		return path("line", "M3 0v6")
	}
	return El("circle", Class("speck"), Attr("cx", "3"), Attr("cy", "3"), Attr("r", ".8"))
}

// figure is a number of a drawing, to a tenth.
func figure(x float64) string {
	if !(x > -1e6 && x < 1e6) {
		return "0"
	}
	tenths := int(x*10 + 0.5)
	if x < 0 {
		tenths = int(x*10 - 0.5)
	}
	return strconv.FormatFloat(float64(tenths)/10, 'f', -1, 64)
}

// percent is a share of the width of a drawing.
func percent(share float64) string { return figure(100*clipped(share)) + "%" }

// clipped is a share between nothing and all; what is no number is nothing.
func clipped(share float64) float64 {
	if !(share > 0) {
		return 0
	}
	return min(share, 1)
}
