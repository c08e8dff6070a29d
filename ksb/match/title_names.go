package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// names are the distinct texts of all targets, and who has them. A text is distinct if its
// normalised words are.
type names struct {
	at       map[string]uint32 // normalised text -> name
	shown    []string          // of each name: the first text as it was given
	owners   [][]uint32        // of each name: the targets that have it, in order
	of       [][]uint32        // of each target: its names, in the order given
	same     lookup            // what is the same but for form and order -> names
	initials lookup
	short    abbreviations
	lexicon  *words.Lexicon // knows the stems of all names
}

func newNames(lexicon *words.Lexicon) names {
	return names{at: map[string]uint32{}, short: readAbbreviations(), lexicon: lexicon}
}

// ownersOf returns the targets that have a name.
func (n *names) ownersOf(name uint32) []uint32 { return n.owners[name] }

// learn adds a text of a target. It returns the name, and whether it is new and new to the
// target.
func (n *names) learn(target uint32, text string, tokens []words.Token) (name uint32, fresh, added bool) {
	key := join(tokens)
	name, known := n.at[key]
	if !known {
		name = uint32(len(n.shown))
		n.at[key] = name
		n.shown = append(n.shown, text)
		n.owners = append(n.owners, nil)
		n.learnForms(name, tokens)
	}
	if slices.Contains(n.owners[name], target) {
		return name, false, false
	}
	n.owners[name] = append(n.owners[name], target)
	n.of[target] = append(n.of[target], name)
	return name, !known, true
}

func (n *names) learnForms(name uint32, tokens []words.Token) {
	n.same.add(n.bag(tokens), name)
	n.same.add(squeezed(tokens), name)
	n.learnInitials(name, tokens)
}

// join writes tokens as a text.
func join(tokens []words.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// bag is the same for texts of the same stems in whatever order and number. Stop words
// do not count.
func (n *names) bag(tokens []words.Token) uint64 {
	stems := make([]string, 0, len(tokens))
	for _, t := range tokens {
		if !words.Stop(t.Text) {
			stems = append(stems, n.lexicon.Stem(t.Text))
		}
	}
	if len(stems) == 0 {
		return squeezed(tokens)
	}
	slices.Sort(stems)
	d := newDigest()
	for _, stem := range slices.Compact(stems) {
		d = d.text(stem).end()
	}
	return uint64(d)
}

// squeezed is the same for texts of the same letters, wherever the blanks are: "health care"
// and "healthcare".
func squeezed(tokens []words.Token) uint64 {
	d := newDigest().text(" ")
	for _, t := range tokens {
		d = d.text(t.Text)
	}
	return uint64(d)
}

// learnInitials puts a name of two words or more under its initials: with and without its
// stop words, and with words taken apart that the list of abbreviations knows.
func (n *names) learnInitials(name uint32, tokens []words.Token) {
	var all, strong, apart []rune
	for _, t := range tokens {
		all = append(all, initial(t.Text))
		if words.Stop(t.Text) {
			continue
		}
		strong = append(strong, initial(t.Text))
		parts := n.short.parts(t.Text)
		for _, part := range parts {
			apart = append(apart, initial(part))
		}
		if parts == nil {
			apart = append(apart, initial(t.Text))
		}
	}
	for _, initials := range [][]rune{all, strong, apart} {
		if len(initials) > 1 && len(initials) <= maxInitials {
			n.initials.add(uint64(newDigest().text(string(initials))), name)
		}
	}
}

func initial(word string) rune {
	first, _ := utf8.DecodeRuneInString(word)
	return first
}

// maxInitials is the longest text that is taken for initials.
const maxInitials = 5

func (n *names) freeze() {
	n.same.freeze()
	n.initials.freeze()
}
