package skillsengland

import (
	"slices"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/ksb"
)

// labelled is what a heading, or the head of a column, says of what stands under it.
type labelled struct {
	kind    ksb.Kind // 0: nothing of KSBs, or it is not clear which
	unclear bool     // KSBs, but of no one kind
}

// labelOf reads a heading such as "Core Skills – what apprentices do" or "You will be
// able to:". One that has other words beside those of one kind, or the words of two
// kinds, is not clear.
func labelOf(text string) labelled {
	const most = 200 // bytes: what is longer is no label
	if len(text) > most {
		return labelled{}
	}
	var kinds [ksb.Behaviour + 1]bool
	pure, named := 0, false
	for _, part := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(":–—()", r) }) {
		found, only := kindsIn(part)
		named = named || found != [ksb.Behaviour + 1]bool{}
		for k := range found {
			if only && found[k] && !kinds[k] {
				kinds[k] = true
				pure++
			}
		}
	}
	if pure != 1 {
		return labelled{unclear: named && saysKSBs(text)}
	}
	return labelled{kind: ksb.Kind(slices.Index(kinds[:], true))}
}

// kindsIn tells which kinds the words of a label name, and whether it has no others.
func kindsIn(part string) (kinds [ksb.Behaviour + 1]bool, only bool) {
	only = true
	for _, word := range wordsOf(part) {
		switch kind, known := kindOfWord(word); {
		case kind > 0:
			kinds[kind] = true
		case !known:
			only = false
		}
	}
	return kinds, only
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
}

// kindOfWord: the words that labels are made of.
func kindOfWord(word string) (kind ksb.Kind, known bool) {
	switch word {
	case "knowledge", "know", "knows", "understanding", "understand", "understands":
		return ksb.Knowledge, true
	case "skill", "skills", "able", "show", "competency", "competencies":
		return ksb.Skill, true
	case "behaviour", "behaviours", "behavior", "behaviors", "attitude", "attitudes", "live":
		return ksb.Behaviour, true
	case "core", "technical", "key", "essential", "underpinning", "required", "requirement", "requirements", "the", "and",
		"you", "will", "must", "is", "are", "be", "to", "it", "have", "of", "following":
		return 0, true
	}
	return 0, false
}

// saysKSBs tells whether a text names KSBs by their names.
func saysKSBs(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "knowledge") || strings.Contains(text, "skills") || strings.Contains(text, "behaviours")
}

// leadInOf is the label in a sentence that announces a list: "Bakers will have the
// following skills:".
func leadInOf(b block) (l labelled, is bool) {
	if !b.leadsIn() {
		return labelled{}, false
	}
	_, after, found := strings.Cut(strings.ToLower(b.text()), "following ")
	if !found {
		return labelled{}, false
	}
	l = labelOf(after)
	return l, l.kind > 0
}

// isOfOption tells whether a heading opens what only an option asks for: "Option 2",
// "Option2. Tax".
func isOfOption(text string) bool {
	for rest := strings.ToLower(text); ; {
		_, after, found := strings.Cut(rest, "option")
		if !found {
			return false
		}
		if digits(strings.TrimSpace(after)) > 0 {
			return true
		}
		rest = after
	}
}

func isOfCore(text string) bool { return slices.Contains(wordsOf(strings.ToLower(text)), "core") }
