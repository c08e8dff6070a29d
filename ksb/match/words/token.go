package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// MaxText is how many bytes of one text are looked at; the rest is ignored.
	MaxText = 1 << 20
	// MaxWord is how many bytes of one normalised word are kept.
	MaxWord = 64
)

// Token is one word of a text.
type Token struct {
	Text       string // normalised: lower case, no accents; never empty
	Start, End int    // the bytes of the original text that it was read from; a character that stands for several words is in all of them
}

// Tokens returns the words of a text in their order; none for a text without letters
// and digits.
func Tokens(text string) []Token { return AppendTokens(nil, text) }

// AppendTokens appends the words of a text to dst.
func AppendTokens(dst []Token, text string) []Token {
	var stack [512]byte
	r := reader{out: stack[:0], tokens: dst, from: len(dst)}
	r.read(text[:min(len(text), MaxText)])
	return r.finish()
}

// Normalise returns the words of a text with one blank between them: two texts that
// differ in nothing but case, accents, punctuation and blanks have the same.
func Normalise(text string) string {
	tokens := Tokens(text)
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}

// reader writes normalised words into out, one after the other; a token's text is cut
// from it when all are known.
type reader struct {
	out    []byte
	tokens []Token
	from   int // the first token that is ours
	word   int // where the word being read starts in out
	start  int // where it starts in the text
	end    int
	open   bool
}

func (r *reader) read(text string) {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			r.ascii(c, i)
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		r.wide(c, text[i:i+size], i)
		i += size
	}
	r.close()
}

// ascii reads one character of a byte.
func (r *reader) ascii(c byte, at int) {
	switch {
	case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		r.keep(rune(c), at, 1)
	case c >= 'A' && c <= 'Z':
		r.keep(rune(c)+('a'-'A'), at, 1)
	case c == '+' || c == '#':
		if r.open {
			r.keep(rune(c), at, 1)
		}
	case c == '&':
		r.and(at)
	case c == '\'' || c == '`' || dropped(rune(c)): // nurse's, zero bytes: nothing stands there
	default:
		r.close()
	}
}

// and reads the sign & as a word of its own.
func (r *reader) and(at int) {
	r.close()
	for _, c := range "and" {
		r.keep(c, at, 1)
	}
	r.close()
}

// wide reads one character of several bytes, taken apart as NFKD says.
func (r *reader) wide(c rune, text string, at int) {
	var stack [64]byte
	for _, part := range string(norm.NFKD.AppendString(stack[:0], text)) {
		switch {
		case part == 'ß':
			r.keep('s', at, len(text))
			r.keep('s', at, len(text))
		case unicode.IsLetter(part) || unicode.IsNumber(part):
			r.keep(unicode.ToLower(unicode.ToUpper(part)), at, len(text))
		case unicode.IsMark(part) || dropped(part) || part == '’' || part == '‘' || part == 'ʼ':
		default:
			r.close()
		}
	}
}

// dropped tells the characters that are read as if they were not there: zero-width
// ones and controls that are no blanks.
func dropped(c rune) bool {
	return unicode.Is(unicode.Cf, c) || unicode.IsControl(c) && !unicode.IsSpace(c)
}

// keep adds one character to the word being read.
func (r *reader) keep(c rune, at, size int) {
	if !r.open {
		r.open, r.word, r.start = true, len(r.out), at
	}
	if len(r.out)-r.word+utf8.RuneLen(c) <= MaxWord {
		r.out = utf8.AppendRune(r.out, c)
	}
	r.end = at + size
}

// close ends the word being read, if any. Its length is kept in Text's stead until
// all text is known.
func (r *reader) close() {
	if !r.open {
		return
	}
	r.open = false
	r.tokens = append(r.tokens, Token{Start: r.start, End: r.end})
	r.out = append(r.out, 0)
}

// finish cuts the words from what was written. Each ends in a zero byte, which no
// word contains.
func (r *reader) finish() []Token {
	rest := string(r.out)
	for i := r.from; i < len(r.tokens); i++ {
		r.tokens[i].Text, rest, _ = strings.Cut(rest, "\x00")
	}
	return r.tokens
}
