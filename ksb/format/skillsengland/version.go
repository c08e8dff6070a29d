package skillsengland

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// version is a published edition, "major.minor"; 1.10 is newer than 1.9.
type version struct{ major, minor int }

func (v version) String() string { return fmt.Sprintf("%d.%d", v.major, v.minor) }

func (v version) compare(w version) int {
	return cmp.Or(cmp.Compare(v.major, w.major), cmp.Compare(v.minor, w.minor))
}

// parseVersion reads "2.1"; "2" is 2.0.
func parseVersion(s string) (version, bool) {
	major, minor, hasMinor := strings.Cut(strings.TrimSpace(s), ".")
	if !hasMinor {
		minor = "0"
	}
	a, errA := strconv.ParseUint(major, 10, 31)
	b, errB := strconv.ParseUint(minor, 10, 31)
	return version{int(a), int(b)}, errA == nil && errB == nil
}

// versionOf returns the version of a standard, whether the standard states it, and
// whether one is written that is none. The version number counts; where there is none,
// as in a standard still in development, the version does. Neither, or below 1: 1.0,
// which is not stated.
func versionOf(s *standard) (v version, stated, broken bool) {
	for _, text := range []string{s.VersionNumber, s.Version} {
		if strings.TrimSpace(text) == "" {
			continue
		}
		v, ok := parseVersion(text)
		if ok && v.major >= 1 {
			return v, true, broken
		}
		broken = broken || !ok
	}
	return version{1, 0}, false, broken
}
