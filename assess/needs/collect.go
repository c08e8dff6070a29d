package needs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Returns are the sound answers of a survey, in an order of their own: the order of
// the file never shows. They do not change and are safe for use by many goroutines.
type Returns struct {
	survey  Survey     // with its scales resolved and its items in natural order
	answers [][]Answer // by item, by respondent
	people  int        // who answered anything at all
}

// Collect checks a survey. It reports every mistake at once and keeps the sound parts:
// the Returns are never nil. Faulty are a scale whose ends do not differ or are beyond
// [MaxRating] (nothing can be kept), items without an ID or with one that is taken,
// answers without a respondent or of an unknown item, two answers of one person about
// one item (neither is kept), and ratings off their scale (the answer is left out).
func Collect(s Survey) (*Returns, ksb.Problems) {
	c := &collector{position: map[string]int{}}
	s.Difficulty, s.Frequency = s.Difficulty.or(s.Scale), s.Frequency.or(s.Scale)
	if !c.scales(s) {
		return &Returns{survey: Survey{}}, c.problems.Sort()
	}
	s.Items = c.items(s.Items)
	r := &Returns{survey: s, answers: make([][]Answer, len(s.Items))}
	people := map[string]bool{}
	for _, a := range c.sound(s) {
		at := c.position[a.Item]
		r.answers[at] = append(r.answers[at], a)
		people[a.Respondent] = people[a.Respondent] || !a.empty()
	}
	for _, answered := range people { // any order: they are counted
		if answered {
			r.people++
		}
	}
	r.survey.Answers = nil
	return r, c.problems.Sort()
}

// Respondents is how many people answered anything.
func (r *Returns) Respondents() int { return r.people }

type collector struct {
	position map[string]int // of items, by ID
	problems ksb.Problems
}

func (c *collector) scales(s Survey) bool {
	sound := true
	for _, named := range []struct {
		path  string
		scale Scale
	}{{"scale", s.Scale}, {"difficulty", s.Difficulty}, {"frequency", s.Frequency}} {
		if !named.scale.sound() {
			sound = false
			c.problems.Add(ksb.Origin{}, named.path, ksb.ErrScale, "from %v to %v: the ends must differ and lie within a million",
				named.scale.Least, named.scale.Most)
		}
	}
	return sound
}

func (c *collector) items(list []Item) (kept []Item) {
	seen := map[string]bool{}
	for _, item := range list {
		switch {
		case item.ID == "":
			c.problems.Add(item.Origin, "items", ksb.ErrMissingID, "")
		case seen[item.ID]:
			c.problems.Add(item.Origin, "items["+item.ID+"]", ksb.ErrDuplicateID, "")
		default:
			seen[item.ID] = true
			kept = append(kept, item)
		}
	}
	slices.SortFunc(kept, func(a, b Item) int { return natural(a.ID, b.ID) })
	for i, item := range kept {
		c.position[item.ID] = i
	}
	return kept
}

// sound are the answers that can be used, by respondent.
func (c *collector) sound(s Survey) (kept []Answer) {
	list := slices.Clone(s.Answers)
	slices.SortStableFunc(list, func(a, b Answer) int {
		return cmp.Or(strings.Compare(a.Item, b.Item), strings.Compare(a.Respondent, b.Respondent))
	})
	for start, end := 0, 0; start < len(list); start = end {
		for end = start; end < len(list) && list[end].Item == list[start].Item && list[end].Respondent == list[start].Respondent; end++ {
		}
		if c.answer(s, list[start:end]) {
			kept = append(kept, list[start])
		}
	}
	return kept
}

// answer checks what one person said about one item, once or several times.
func (c *collector) answer(s Survey, said []Answer) bool {
	before := len(c.problems)
	for i, a := range said {
		path := fmt.Sprintf("answers[%s][%s]", a.Respondent, a.Item)
		if _, known := c.position[a.Item]; !known {
			c.problems.Add(a.Origin, path, ksb.ErrValue, "no item %q", a.Item)
		}
		if a.Respondent == "" {
			c.problems.Add(a.Origin, path, ksb.ErrMissing, "no respondent")
		}
		if i > 0 {
			c.problems.Add(a.Origin, path, ksb.ErrDuplicateID, "answered %d times: none of them counts", len(said))
		}
		c.rating(a, path+".importance", a.Importance, s.Scale)
		c.rating(a, path+".performance", a.Performance, s.Scale)
		c.rating(a, path+".difficulty", a.Difficulty, s.Difficulty)
		c.rating(a, path+".frequency", a.Frequency, s.Frequency)
	}
	return len(c.problems) == before
}

func (c *collector) rating(a Answer, path string, x *float64, on Scale) {
	if x != nil && !(*x >= on.Least && *x <= on.Most) { // not a number either
		c.problems.Add(a.Origin, path, ksb.ErrValue, "%v is not on the scale from %v to %v", *x, on.Least, on.Most)
	}
}

func (a Answer) empty() bool {
	return a.Importance == nil && a.Performance == nil && a.Difficulty == nil && a.Frequency == nil && a.Trainable == nil
}

// natural is natural order made total by the bytes.
func natural(a, b string) int { return cmp.Or(ksb.CompareCodes(a, b), strings.Compare(a, b)) }
