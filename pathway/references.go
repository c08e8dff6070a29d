package pathway

import (
	"slices"

	"github.com/skillgap-go/skillgap/ksb"
)

// checkReferences drops the courses that come after one that is not there, or after or
// instead of themselves. A course that excludes one that is not there loses only that.
func (k *checker) checkReferences() {
	k.courses = slices.DeleteFunc(k.courses, func(c course) bool {
		k.checkListed(&c.Course, c.After, "after")
		k.checkListed(&c.Course, c.Excludes, "excludes")
		itself := slices.Contains(c.After, c.ID) || slices.Contains(c.Excludes, c.ID)
		if slices.Contains(c.After, c.ID) {
			k.problems.Add(c.Origin, place(&c.Course)+".after", ksb.ErrRing, "%q comes after itself", c.ID)
		}
		if slices.Contains(c.Excludes, c.ID) {
			k.problems.Add(c.Origin, place(&c.Course)+".excludes", ksb.ErrValue, "%q excludes itself", c.ID)
		}
		return itself || slices.ContainsFunc(c.After, func(id string) bool { return !k.listed[id] })
	})
}

func (k *checker) checkListed(c *Course, ids []string, key string) {
	for _, id := range ids {
		if !k.listed[id] {
			k.problems.Add(c.Origin, place(c)+"."+key, ErrUnknownCourse, "%q", id)
		}
	}
}
