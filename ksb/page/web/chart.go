package web

import "strings"

// picture is a drawing with its name; screen readers read the name, and the text beside
// it holds the same figures.
func picture(class, name string, parts ...Node) Node {
	return El("svg", Class(class), Attr("role", "img"), El("title", Text(name)), List(parts...))
}

func rect(class string, x, width float64, more ...Node) Node {
	return El("rect", Class(class), Attr("x", percent(x)), Attr("width", percent(width)), Attr("height", "100%"), List(more...))
}

// Bar is a share of a whole, 0 to 1, as a bar on its track.
func Bar(name string, share float64, m Mark) Node {
	return picture("bar "+m.Class(), name, rect("track", 0, 1), rect("value", 0, share, m.fill()))
}

// Interval is a stretch of a scale from 0 to 1: no point of it stands out.
func Interval(name string, low, high float64, m Mark) Node {
	low, high = clipped(low), clipped(high)
	return picture("bar "+m.Class(), name, rect("track", 0, 1), rect("band", low, max(high-low, 0.005), m.fill()))
}

// Slice is a part of a whole.
type Slice struct {
	Name  string
	Mark  Mark
	Share float64 // of the whole
}

// Stack is a whole in its parts, side by side.
func Stack(name string, slices []Slice) Node {
	parts := make([]Node, 0, len(slices))
	from := 0.0
	for _, s := range slices {
		parts = append(parts, rect("slice "+s.Mark.Class(), from, s.Share, s.Mark.fill()))
		from += clipped(s.Share)
	}
	return picture("bar stack", name, rect("track", 0, 1), List(parts...))
}

// Tile is one of many things that are each asked for to a height and reached to a share
// of it.
type Tile struct {
	Label string // short: a code
	Said  string // the state in words
	Mark  Mark
	Reach float64 // share of what is asked for, 0 to 1
}

// Strips draws tiles in their order: a column each, whose frame is what is asked for and
// whose filling is what is reached, with the symbol of its mark and its label below. Ten
// of them, or fewer if labels are long, are one picture as wide as a small telephone;
// pictures wrap like words, so 4 stay small and 277 stay legible. name says of what they
// are; it is followed by the first and the last label.
func Strips(name string, tiles []Tile) Node {
	width := tileWidth(tiles)
	perStrip := max(int(290/width), 1)
	var strips []Node
	for from := 0; from < len(tiles); from += perStrip {
		strips = append(strips, strip(name, tiles[from:min(from+perStrip, len(tiles))], width))
	}
	return El("div", Class("strips"), List(strips...))
}

// tileWidth leaves room for the longest label, up to 13 characters.
func tileWidth(tiles []Tile) float64 {
	longest := 0
	for _, t := range tiles {
		longest = max(longest, len([]rune(t.Label)))
	}
	return max(29, 7.4*float64(min(longest, mostOfLabel))+6)
}

const mostOfLabel = 13

func strip(name string, tiles []Tile, width float64) Node {
	said := make([]string, len(tiles))
	parts := make([]Node, len(tiles))
	for i, t := range tiles {
		said[i] = t.Label + " " + t.Said
		parts[i] = t.draw(float64(i)*width, width)
	}
	title := name + " " + tiles[0].Label
	if len(tiles) > 1 {
		title += " – " + tiles[len(tiles)-1].Label
	}
	size := figure(float64(len(tiles)) * width)
	return El("svg", Class("strip"), Attr("role", "img"), Attr("width", size), Attr("height", "52"), Attr("viewBox", "0 0 "+size+" 52"),
		El("title", Text(title)), El("desc", Text(strings.Join(said, "; "))), List(parts...))
}

func (t Tile) draw(x, width float64) Node {
	const top, height, wide = 1.5, 32.0, 22.0
	middle := x + width/2
	left, reached := figure(middle-wide/2), float64(height*clipped(t.Reach))
	return El("g", Class(t.Mark.Class()), El("title", Text(t.Label+" "+t.Said)),
		If(reached > 0, El("rect", Attr("x", left), Attr("y", figure(top+height-reached)), Attr("width", figure(wide)), Attr("height", figure(reached)), t.Mark.fill())),
		El("rect", Class("frame"), Attr("x", left), Attr("y", figure(top)), Attr("width", figure(wide)), Attr("height", figure(height)), Attr("rx", "2")),
		El("circle", Class("halo"), Attr("cx", figure(middle)), Attr("cy", figure(top+height/2)), Attr("r", "8")),
		use(t.Mark, Attr("x", figure(middle-7)), Attr("y", figure(top+height/2-7)), Attr("width", "14"), Attr("height", "14")),
		El("text", Attr("x", figure(middle)), Attr("y", "47"), Attr("text-anchor", "middle"), Text(shortened(t.Label))))
}

func shortened(label string) string {
	if runes := []rune(label); len(runes) > mostOfLabel {
		return string(runes[:mostOfLabel-1]) + "…"
	}
	return label
}
