package skillsengland

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// facts are what a page says of an occupation before its KSBs.
type facts struct {
	occupation string   // "OCC0215"
	line       int      // where that stands
	standards  []string // "ST0215"
	socs       []string // "6131", "6131/99"
	level      ksb.Qual
	status     string
	edition    string
	aliases    []string
	words      []string // the keywords
	pending    string   // the key of a line whose value stands on the next

	title
}

func isReferenceKey(key string) bool {
	return key == "reference" || key == "reference number" || key == "occupation reference"
}

// readFact reads a line that states a fact; the first statement of each counts.
func (p *page) readFact(l line) bool {
	key, value := label(l.text)
	if key == "" {
		key, value = p.pending, l.text
	}
	p.pending = ""
	switch {
	case isReferenceKey(key), isOccupation(l.text):
		p.readReference(value, l)
	case key == "status":
		p.status = cmp.Or(p.status, withoutIcon(value))
	case key == "version" || key == "occupation version":
		p.edition = cmp.Or(p.edition, value)
	case key == "soc 2020 code" || key == "soc 2020":
		p.readSOC(value)
	case p.readLevel(l.text, key, value):
	case p.readStandard(l.text):
		value = l.text
	default:
		return false
	}
	if value == "" {
		p.pending = key
	}
	p.begun = true
	return true
}

func (p *page) readReference(value string, l line) {
	value = strings.ToUpper(value)
	if p.occupation == "" && isOccupation(value) {
		p.occupation, p.line = value, l.number
	}
}

// readLevel reads "Level 5", "Level 5 - Higher Technical Occupation" or "Level: 5".
func (p *page) readLevel(text, key, value string) bool {
	rest, found := strings.CutPrefix(text, "Level ")
	if key == "level" {
		rest, found = value, true
	}
	if !found || p.section == products || rest != "" && !startsWithLevel(rest) {
		return false
	}
	if p.level == 0 && rest != "" {
		p.level = ksb.Qual(rest[0] - '0')
		p.routed = p.routed || !p.begun
	}
	return true
}

// startsWithLevel: a digit from 1 to 8, alone or before a dash or bracket.
func startsWithLevel(s string) bool {
	rest := strings.TrimSpace(s[1:])
	return s[0] >= '1' && s[0] <= '8' && (rest == "" || strings.ContainsAny(rest[:1], "-(") || strings.HasPrefix(rest, "–"))
}

// withoutIcon takes the name of any icon off that stands glued to a capital:
// "doneApproved" is "Approved".
func withoutIcon(s string) string {
	after := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz_0123456789")
	if after != "" && after[0] >= 'A' && after[0] <= 'Z' {
		return after
	}
	return s
}

// readSOC takes the code of "6131 Nursing auxiliaries" or "6131/99 ..."; 0 is none.
func (p *page) readSOC(text string) bool {
	code, _, _ := strings.Cut(bare(text), " ")
	unit, group, hasGroup := strings.Cut(code, "/")
	sound := len(unit) == 4 && digits(unit) == 4 && (!hasGroup || len(group) == 2 && digits(group) == 2)
	if sound && !slices.Contains(p.socs, code) {
		p.socs = append(p.socs, code)
	}
	return sound
}

// readStandard takes the reference that a product starts with.
func (p *page) readStandard(text string) bool {
	text = bare(text)
	if p.section != header && p.section != products || len(text) < 6 || !isReference(text[:6]) {
		return false
	}
	rest := strings.TrimSpace(strings.TrimLeft(text[6:], ": -–"))
	if text[6:] == rest && rest != "" {
		return false // "ST02156"
	}
	if !slices.Contains(p.standards, text[:6]) {
		p.standards = append(p.standards, text[:6])
	}
	p.isNext = rest == ""
	if rest != "" {
		p.products = append(p.products, rest)
	}
	return true
}
