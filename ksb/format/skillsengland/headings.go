package skillsengland

import "strings"

// section is a part of a page.
type section uint8

// The sections. Prose is whatever is not read: summaries, the names of employers, maps
// of progression.
const (
	header section = iota
	products
	groups // of SOC 2020
	titles
	keywords
	ksbs
	duties
	prose
)

// headingOf tells whether a line opens a section, and what follows its colon. Headings
// start with a capital: a wrapped line that is the word "skills" is none.
func headingOf(text string) (s section, rest string, is bool) {
	text = bare(text)
	if text == "" || text[0] < 'A' || text[0] > 'Z' {
		return 0, "", false
	}
	name, rest, _ := strings.Cut(text, ":")
	rest = strings.TrimSpace(rest)
	s, is = sectionOf(strings.ToLower(strings.TrimSpace(name)))
	if (s == ksbs || s == duties) && rest != "" {
		return 0, "", false // "Knowledge: ..." is a sentence
	}
	return s, rest, is
}

func sectionOf(name string) (section, bool) {
	switch name {
	case "key information":
		return header, true
	case "technical education products", "products":
		return products, true
	case "keywords":
		return keywords, true
	case "knowledge, skills and behaviours (ksbs)", "knowledge, skills and behaviours", "ksbs", "knowledge", "skills", "behaviours":
		return ksbs, true
	case "duties", "occupation duties", "occupational duties", "duty":
		return duties, true
	case "summary", "occupation summary", "occupational summary", "overview", "entry requirements", "occupational progression",
		"required knowledge", "required skill", "required behaviour", "professional recognition", "qualifications",
		"approved qualifications", "linked occupational standards", "version log", "print occupational standard":
		return prose, true
	}
	return listOf(name)
}

// listOf knows the headings of lists, whose wording varies.
func listOf(name string) (section, bool) {
	switch {
	case strings.HasPrefix(name, "typical job titles"):
		return titles, true
	case strings.HasPrefix(name, "soc 2020 sub"):
		return groups, true
	case strings.HasPrefix(name, "employers involved"), strings.HasPrefix(name, "involved employers"):
		return prose, true
	}
	return 0, false
}
