package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// Passage is a sentence of a longer text, or a part of one, and the statements that it may be about.
type Passage struct {
	Start, End  int // bytes of the text
	Text        string
	Suggestions []Suggestion // the likeliest first
}

// ReadOptions are what a user may choose. The zero value is right for most.
type ReadOptions struct {
	Most  int  // statements for one clause at most; 0: 3
	Least Band // of a suggestion; None: Possible. Bands below are left out
}

// Read proposes, clause by clause in their order, which statements a text is about: a
// person's account of their work, or the description of a course. Clauses that nothing is
// suggested for are left out. All of it is for a person to accept: what a sentence says
// of a statement, and whether it is true, is not looked at.
func (s *Statements) Read(text string, o ReadOptions) (list []Passage) {
	if o.Most == 0 {
		o.Most = 3
	}
	if o.Least == None {
		o.Least = Possible
	}
	for _, p := range Clauses(text) {
		for _, g := range s.Suggest(p.Text, o.Most) {
			if g.Band >= o.Least {
				g.Rank = len(p.Suggestions) + 1
				p.Suggestions = append(p.Suggestions, g)
			}
		}
		if len(p.Suggestions) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// Mentions calls found for every statement that Read suggests, clause by clause, the
// likeliest first. It is Read for packages that know nothing of this one.
func (s *Statements) Mentions(text string, found func(start, end int, id ksb.StatementID, confidence float64)) {
	for _, p := range s.Read(text, ReadOptions{}) {
		for _, g := range p.Suggestions {
			found(p.Start, p.End, ksb.StatementID(g.ID), g.Confidence)
		}
	}
}

// Clauses parts the sentences of a text where another thing follows: at "then", "and then",
// "but", "also" and "as well as", and at "and" after a comma. Who takes blood and then
// cleans up has done two things, and each is looked at alone.
func Clauses(text string) (list []Passage) {
	for _, p := range Sentences(text) {
		start := p.Start
		for {
			at, size := nextThing(text[start:p.End])
			if size == 0 {
				break
			}
			list = appendSentence(list, text, start, start+at)
			start += at + size
		}
		list = appendSentence(list, text, start, p.End)
	}
	return list
}

// nextThing is where the first of the words stands that part clauses, and how long it is; 0:
// there is none.
func nextThing(text string) (at, size int) {
	for at := range len(text) {
		if text[at] != ' ' && text[at] != ',' {
			continue
		}
		for _, joint := range []string{", and then ", " and then ", ", then ", ", and also ", ", and ", ", but ", ", also ", " as well as "} {
			if strings.HasPrefix(text[at:], joint) {
				return at, len(joint)
			}
		}
	}
	return 0, 0
}

// Sentences parts a text into its sentences, without the blanks and marks of lists around
// them. A sentence ends at a full stop, question or exclamation mark with a blank after it,
// at a semicolon, and at the end of a line; not after a common abbreviation, a single
// letter, or before a small letter. Those without a letter or digit are left out.
func Sentences(text string) (list []Passage) {
	start := 0
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if closed := closing(text[i:]); ends(c, text[start:i], text[i+closed:]) {
			i += closed
			list = appendSentence(list, text, start, i)
			start = i
		}
	}
	return appendSentence(list, text, start, len(text))
}

// ends tells whether a sentence ends after the character c, before which it says so far and
// after which rest.
func ends(c rune, so, rest string) bool {
	switch c {
	case '\n', '\r', '\u2028', '\u2029', ';':
		return true
	case '!', '?', '…':
		return blankFirst(rest)
	case '.':
		return blankFirst(rest) && !abbreviated(so) && !smallFirst(rest)
	}
	return false
}

func blankFirst(rest string) bool {
	c, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || unicode.IsSpace(c)
}

// closing is how many bytes of quotes and brackets a text begins with, of three at most.
func closing(rest string) (n int) {
	for range 3 {
		c, size := utf8.DecodeRuneInString(rest[n:])
		if size == 0 || !strings.ContainsRune("\"'”’)]", c) {
			break
		}
		n += size
	}
	return n
}

// smallFirst: what follows goes on with a small letter.
func smallFirst(rest string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest[:min(len(rest), 8)], " \t"))
	return unicode.IsLower(c)
}

// abbreviated tells whether a text ends in an abbreviation with its full stop.
func abbreviated(so string) bool {
	so = strings.TrimSuffix(so[max(len(so)-12, 0):], ".")
	word := so[strings.LastIndexFunc(so, func(c rune) bool { return unicode.IsSpace(c) || c == '(' })+1:]
	if utf8.RuneCountInString(word) == 1 {
		c, _ := utf8.DecodeRuneInString(word)
		return unicode.IsLetter(c)
	}
	switch strings.ToLower(word) {
	case "e.g", "i.e", "eg", "ie", "etc", "vs", "cf", "approx", "no", "dr", "mr", "mrs", "ms", "prof", "st", "inc", "dept":
		return true
	}
	return false
}

// appendSentence adds what stands between two places, if it says anything.
func appendSentence(list []Passage, text string, start, end int) []Passage {
	says := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }
	around := func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune("•·*-–—>;\u200b\ufeff", c)
	}
	part := text[start:end]
	if strings.IndexFunc(part, says) < 0 {
		return list
	}
	start += len(part) - len(strings.TrimLeftFunc(part, around))
	end = start + len(strings.TrimRightFunc(strings.TrimLeftFunc(part, around), around))
	return append(list, Passage{Start: start, End: end, Text: text[start:end]})
}
