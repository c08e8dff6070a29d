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

// versionOf returns the version of a standard and whether the standard states it. The
// version number counts; where there is none, as in a standard still in development, the
// version does. Neither, or below 1: 1.0, which is not stated.
func versionOf(s *standard) (v version, stated bool) {
	for _, text := range []string{s.VersionNumber, s.Version} {
		if v, ok := parseVersion(text); ok && v.major >= 1 {
			return v, true
		}
	}
	return version{1, 0}, false
}

// isMajorMinor tells whether a version is written as it should be: digits, dot, digits.
func isMajorMinor(s string) bool {
	major, minor, found := strings.Cut(strings.TrimSpace(s), ".")
	return found && digits(major) > 0 && digits(minor) > 0 && digits(major) == len(major) && digits(minor) == len(minor)
}

// follows: the next minor of the same major, or the next major and nought.
func (v version) follows(before version) bool {
	return v == version{before.major, before.minor + 1} || v == version{before.major + 1, 0}
}
