package esco

import "strings"

// code gives each skill a code, since ESCO publishes none and nobody can say or write
// down a URI. Of skills whose codes are alike each has the whole last part of its ID.
func (s *set) code() {
	sharing := map[string]int{}
	for _, c := range s.concepts {
		if c.class == skill {
			c.statement.Code = shortCode(lastPart(c.id))
			sharing[c.statement.Code]++
		}
	}
	for _, c := range s.concepts {
		if c.class == skill && sharing[c.statement.Code] > 1 {
			c.statement.Code = lastPart(c.id)
		}
	}
}

// lastPart is what stands behind the last slash or colon of a URI.
func lastPart(uri string) string { return uri[1+strings.LastIndexAny(uri, "/:"):] }

// shortCode is the first eight digits of a UUID, and anything else as it is.
func shortCode(part string) string {
	const short, whole = 8, 36
	if len(part) == whole && strings.Trim(part, "0123456789abcdefABCDEF-") == "" && part[short] == '-' {
		return part[:short]
	}
	return part
}
