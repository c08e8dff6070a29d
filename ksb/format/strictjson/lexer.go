package strictjson

import (
	"bytes"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// MaxDepth is how deeply lists and objects may stand in each other.
const MaxDepth = 64

// lexer walks over the tokens of a document that is valid UTF-8. Once something is
// broken it stands at the end, and every further step does nothing.
type lexer struct {
	data  []byte
	pos   int
	depth int

	counted, lines int // newlines before data[counted]

	unescaped []byte // the last text that had escapes; its memory is used again

	broken ksb.Fault // "" while all is well
	detail string
	at     int // where it broke
}

func (l *lexer) fail(fault ksb.Fault, detail string) {
	if l.broken == "" {
		l.broken, l.detail, l.at = fault, detail, l.pos
	}
	l.pos = len(l.data)
}

// line is the line of a position not before the last one asked for.
func (l *lexer) line(pos int) int {
	if pos < l.counted {
		return 1 + bytes.Count(l.data[:pos], []byte("\n"))
	}
	l.lines += bytes.Count(l.data[l.counted:pos], []byte("\n"))
	l.counted = pos
	return l.lines + 1
}

// peek skips white space and returns the next byte, 0 at the end.
func (l *lexer) peek() byte {
	for ; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// take steps over the next byte if it is c.
func (l *lexer) take(c byte) bool {
	if l.peek() != c || l.pos == len(l.data) {
		return false
	}
	l.pos++
	return true
}

func (l *lexer) expect(c byte) {
	if !l.take(c) {
		l.fail(ksb.ErrSyntax, "expected "+string(c)+", found "+l.found())
	}
}

// found names what stands at the present position, for a message.
func (l *lexer) found() string {
	if l.peek() == 0 && l.pos >= len(l.data) {
		return "the end"
	}
	r, _ := utf8.DecodeRune(l.data[l.pos:])
	return "'" + string(r) + "'"
}

// members walks over a list or an object, which starts at the present position, and
// calls each at the start of every element or key.
func (l *lexer) members(closing byte, each func()) {
	l.pos++
	if l.depth++; l.depth > MaxDepth {
		l.fail(ksb.ErrTooDeep, "more than 64 lists and objects within each other")
		return
	}
	for first := true; !l.take(closing) && l.broken == ""; first = false {
		if !first {
			l.expect(',')
		}
		if l.broken == "" {
			each()
		}
	}
	l.depth--
}

// key reads a key and its colon. The bytes are good until the next text is read.
func (l *lexer) key() []byte {
	if l.peek() != '"' {
		l.fail(ksb.ErrSyntax, "expected a key in quotes, found "+l.found())
		return nil
	}
	key := l.text()
	l.expect(':')
	return key
}

// word reads true, false or null.
func (l *lexer) word() string {
	for _, w := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(l.data[l.pos:], []byte(w)) {
			l.pos += len(w)
			return w
		}
	}
	l.fail(ksb.ErrSyntax, "expected a value, found "+l.found())
	return ""
}

// skip steps over one value, whatever it is, and returns its bytes.
func (l *lexer) skip() []byte {
	c := l.peek()
	start := l.pos
	switch {
	case c == '{':
		l.members('}', l.skipMember)
	case c == '[':
		l.members(']', l.skipElement)
	case c == '"':
		l.text()
	case c == '-' || c >= '0' && c <= '9':
		l.number()
	default:
		l.word()
	}
	return l.data[start:l.pos]
}

func (l *lexer) skipElement() { l.skip() }

func (l *lexer) skipMember() {
	l.key()
	l.skip()
}

// clip is the start of a value, for a message.
func clip(value []byte) string {
	const most = 40
	runes := []rune(string(value[:min(len(value), 4*most)]))
	if len(runes) > most || len(value) > 4*most {
		return string(runes[:min(len(runes), most)]) + "…"
	}
	return string(runes)
}
