package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// chart is a map of roles on its way to a drawing. Boxes and lines are in the order of
// the map, so equal maps give equal drawings.
type chart struct {
	planVoice
	boxes []box
	lines []line
}

// box is a role, or the person.
type box struct {
	id     ksb.RoleID // "": the person
	words  []string   // the title, and below it the level and the band
	note   string     // "here now", "target"; "": neither
	here   bool
	target bool
}

// line joins two boxes. Of a published link one way and a computed one the other way
// only the published one is drawn, unless a route takes the other.
type line struct {
	from, to  int
	published bool
	both      bool     // it leads both ways
	routes    []string // numbers of the routes that take it
	there     bool     // a route takes it from from to to
	back      bool     // a route takes it from to to from
}

// titleWidth is how long a line of a title is at most, in characters.
const titleWidth = 26

// newChart takes what there is to draw out of a map and routes on it; nil: no routes.
func newChart(v planVoice, m pathway.Map, r *pathway.Routes) *chart {
	c := &chart{planVoice: v}
	if r == nil {
		r = &pathway.Routes{}
	}
	for _, role := range m.Roles {
		c.boxes = append(c.boxes, c.roleBox(role, r))
	}
	for _, l := range m.Links {
		c.join(c.at(l.From), c.at(l.To), l.Kind == pathway.PublishedLink)
	}
	c.standOutside(r)
	for i, route := range r.Routes {
		from := c.at("")
		if r.From != nil {
			from = c.at(r.From.Role)
		}
		c.follow(strconv.Itoa(i+1), from, route)
	}
	c.straighten()
	return c
}

func (v planVoice) roleBox(role pathway.RoleLabel, r *pathway.Routes) box {
	b := box{id: role.Role, words: append(wrapped(role.Title, titleWidth), v.rank(role)...)}
	switch {
	case r.From != nil && isOf(b.id, r.From.Role):
		b.note, b.here = v.say("route.here"), true
	case isOf(b.id, r.To.Role):
		b.note, b.target = v.say("route.target"), true
	}
	return b
}

// isOf tells whether a role is that of a name, or the whole role that it is an option of.
func isOf(whole, id ksb.RoleID) bool {
	return whole == id || strings.HasPrefix(string(id), string(whole)+"/")
}

// rank is the level, the band and the regulator of a role, where it has them.
func (v planVoice) rank(role pathway.RoleLabel) []string {
	said := v.ranks(role)
	if len(said) == 0 {
		return nil
	}
	return wrapped("("+together(v.commas(said))+")", titleWidth)
}

// standOutside draws a person who holds no role of the map beside it.
func (c *chart) standOutside(r *pathway.Routes) {
	if len(r.Routes) == 0 || r.From != nil {
		return
	}
	name := r.Worker
	if name == "" {
		name = c.say("route.person")
	}
	c.boxes = append(c.boxes, box{words: wrapped(name, titleWidth), note: c.say("route.here"), here: true})
}

// at is the box of a role, or of the whole role that it is an option of; "": that of the
// person. -1: there is none.
func (c *chart) at(id ksb.RoleID) int {
	find := func(id ksb.RoleID) int {
		return slices.IndexFunc(c.boxes, func(b box) bool { return b.id == id })
	}
	if at := find(id); at >= 0 {
		return at
	}
	whole, _, isOption := strings.Cut(string(id), "/")
	if isOption {
		return find(ksb.RoleID(whole))
	}
	return -1
}

// join draws a line, once for both directions.
func (c *chart) join(from, to int, published bool) int {
	if from < 0 || to < 0 || from == to {
		return -1
	}
	for i := range c.lines {
		l := &c.lines[i]
		switch {
		case l.from == from && l.to == to:
			if published && !l.published {
				l.published, l.both = true, false
			}
			return i
		case l.from == to && l.to == from:
			l.turn(published)
			return i
		}
	}
	c.lines = append(c.lines, line{from: from, to: to, published: published})
	return len(c.lines) - 1
}

// turn adds the other direction to a line.
func (l *line) turn(published bool) {
	switch {
	case published == l.published:
		l.both = true
	case published:
		l.from, l.to, l.published, l.both = l.to, l.from, true, false
	}
}

// follow marks the lines that a route takes.
func (c *chart) follow(number string, from int, route pathway.Route) {
	for _, hop := range route.Hops {
		to := c.at(hop.Role)
		if from >= 0 && to >= 0 && from != to {
			c.mark(from, to, number)
		}
		from = to
	}
}

func (c *chart) mark(from, to int, number string) {
	at := slices.IndexFunc(c.lines, func(l line) bool {
		return l.from == from && l.to == to || l.from == to && l.to == from
	})
	if at < 0 {
		at = c.join(from, to, c.boxes[from].id == "")
	}
	l := &c.lines[at]
	l.routes = append(l.routes, number)
	l.there, l.back = l.there || l.from == from, l.back || l.from == to
}

// straighten turns lines to the way that routes take them.
func (c *chart) straighten() {
	for i := range c.lines {
		if l := &c.lines[i]; l.back {
			l.both = l.there
			l.from, l.to, l.there, l.back = l.to, l.from, true, l.there
		} else if l.there {
			l.both = false
		}
	}
}

// wrapped breaks text into lines of some characters at spaces; longer words are broken.
func wrapped(text string, width int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		for runes := []rune(word); len(runes) > width; runes = []rune(word) {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			lines, word = append(lines, string(runes[:width])), string(runes[width:])
		}
		switch {
		case line == "":
			line = word
		case len([]rune(line))+1+len([]rune(word)) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
