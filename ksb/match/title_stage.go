package match

import (
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb/match/words"
)

// find returns the names that tokens are: exactly, else in another form.
func (n *names) find(tokens []words.Token) []uint32 {
	if name, known := n.at[join(tokens)]; known {
		return []uint32{name}
	}
	if len(tokens) == 0 {
		return nil
	}
	return append(append([]uint32(nil), n.same.find(n.bag(tokens))...), n.same.find(squeezed(tokens))...)
}

// finding is the strictest stage that found a target, and by which of its names.
type finding struct {
	stage Stage
	name  uint32
}

// staged are the targets found before any likeness is measured.
type staged map[uint32]finding

func (s staged) put(n *names, found []uint32, stage Stage) {
	for _, name := range found {
		for _, owner := range n.owners[name] {
			if _, already := s[owner]; !already {
				s[owner] = finding{stage, name}
			}
		}
	}
}

// stages looks the words up, as typed and as mended.
func (t *Titles) stages(tokens []words.Token, m mended) staged {
	found := staged{}
	if len(tokens) == 0 {
		return found
	}
	n := &t.names
	if name, known := n.at[join(tokens)]; known {
		found.put(n, []uint32{name}, ExactName)
	}
	found.put(n, n.find(tokens), SameWords)
	if m.changed && m.edits == 0 {
		found.put(n, n.find(m.tokens), Initials)
	}
	found.put(n, t.initialsOf(tokens), Initials)
	if m.edits > 0 {
		found.put(n, n.find(m.tokens), Mended)
	}
	return found
}

// initialsOf returns the names with the initials that the tokens are: one unknown word of a
// few letters, or as many single letters ("R.N.").
func (t *Titles) initialsOf(tokens []words.Token) []uint32 {
	letters := ""
	for _, token := range tokens {
		if len(tokens) > 1 && utf8.RuneCountInString(token.Text) > 1 {
			return nil
		}
		letters += token.Text
	}
	if utf8.RuneCountInString(letters) > maxInitials {
		return nil
	}
	if _, known := t.lexicon.Word(letters); known {
		return nil
	}
	return t.names.initials.find(uint64(newDigest().text(letters)))
}
