package pathway

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// ErrUnknownCourse is the fault of a reference to a course that is not there.
const ErrUnknownCourse ksb.Fault = "unknown course"

// checker gathers the sound courses of a catalogue and the problems of the rest.
type checker struct {
	ix       *ksb.Index
	problems ksb.Problems
	courses  []course
	listed   map[string]bool // IDs in the catalogue, sound or not
}

// readCourses keeps the courses that are sound by themselves, by ID.
func (k *checker) readCourses(courses []Course) {
	groups := map[string][]*Course{}
	k.listed = map[string]bool{}
	for i := range courses {
		id := courses[i].ID
		groups[id] = append(groups[id], &courses[i])
		k.listed[id] = true
	}
	for i := range courses {
		c := &courses[i]
		if k.unique(c, groups[c.ID]) {
			k.readCourse(c)
		}
	}
	slices.SortFunc(k.courses, func(a, b course) int { return strings.Compare(a.ID, b.ID) })
}

// unique tells whether a course is to be read: it has an ID, and no other course has
// it. An exact repetition counts once; of unlike courses that share an ID none does.
func (k *checker) unique(c *Course, same []*Course) bool {
	switch {
	case c.ID == "":
		k.problems.Add(c.Origin, "courses[]", ksb.ErrMissingID, "")
		return false
	case len(same) == 1:
		return true
	case !alike(same):
		k.problems.Add(c.Origin, place(c), ksb.ErrDuplicateID, "%q stands %d times, not alike: none is used", c.ID, len(same))
		return false
	case same[0] != c:
		k.problems.Add(c.Origin, place(c), ksb.ErrDuplicateID, "%q is repeated: it counts once", c.ID)
	}
	return same[0] == c
}

func place(c *Course) string { return "courses[" + c.ID + "]" }

// alike compares courses by content: where they were read does not matter.
func alike(courses []*Course) bool {
	first, err := json.Marshal(courses[0])
	for _, c := range courses[1:] {
		next, nextErr := json.Marshal(c)
		if err != nil || nextErr != nil || string(first) != string(next) {
			return false
		}
	}
	return true
}

// readCourse keeps a course whose own numbers and statements make sense.
func (k *checker) readCourse(from *Course) {
	c := course{Course: *from, pence: from.CostPence}
	if c.Provided {
		c.pence = 0
	}
	numbers := k.checkNumbers(from)
	c.Teaches, _ = k.attainments(from, from.Teaches, "teaches")
	requires, sound := k.attainments(from, from.Requires, "requires")
	c.Requires, c.After, c.Needs = requires, slices.Clone(from.After), slices.Clone(from.Needs)
	c.Awards, c.Excludes = slices.Clone(from.Awards), slices.Clone(from.Excludes)
	if k.checkCredentials(from) && numbers && sound {
		k.courses = append(k.courses, c)
	}
}

func (k *checker) checkNumbers(c *Course) bool {
	sound := true
	least := func(key string, n int64) {
		if n < 0 {
			k.problems.Add(c.Origin, place(c)+"."+key, ksb.ErrValue, "%d is below zero", n)
			sound = false
		}
	}
	least("costPence", c.CostPence)
	least("minutes", c.Minutes)
	least("weeks", int64(c.Weeks))
	least("fundingMaxPence", c.FundingMaxPence)
	if c.Credits != nil {
		least("credits.adds", int64(c.Credits.Adds))
	}
	if c.Mode > Blended {
		k.problems.Add(c.Origin, place(c)+".mode", ksb.ErrValue, "%d is no way to give a course", c.Mode)
		sound = false
	}
	return sound
}

// checkCredentials: a credential without an ID could be any.
func (k *checker) checkCredentials(c *Course) bool {
	sound := c.Credits == nil || c.Credits.Of != ""
	sound = sound && !slices.Contains(c.Needs, "") && !slices.Contains(c.Awards, "")
	if !sound {
		k.problems.Add(c.Origin, place(c), ksb.ErrMissing, "a credential without an ID")
	}
	return sound
}

// attainments returns the sound ones with their levels resolved, and whether all are.
func (k *checker) attainments(c *Course, list []Attainment, key string) (kept []Attainment, all bool) {
	for _, a := range list {
		path := place(c) + "." + key + "[" + string(a.Statement) + "]"
		number, known := k.ix.NumberOf(a.Statement)
		if !known {
			k.problems.Add(originOf(a, c), path, ksb.ErrUnknownStatement, "%q", a.Statement)
			continue
		}
		top := k.ix.ScaleAt(number).Top()
		if a.Level > top {
			k.problems.Add(originOf(a, c), path+".level", ksb.ErrLevel, "%d is above the top rung, %d", a.Level, top)
			continue
		}
		a.Level = cmp.Or(a.Level, top)
		kept = append(kept, a)
	}
	return kept, len(kept) == len(list)
}

func originOf(a Attainment, c *Course) ksb.Origin { return cmp.Or(a.Origin, c.Origin) }

func (k *checker) positions() map[string]int {
	at := make(map[string]int, len(k.courses))
	for i, c := range k.courses {
		at[c.ID] = i
	}
	return at
}
