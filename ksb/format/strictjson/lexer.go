package strictjson

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf16"
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

// key reads a key and its colon.
func (l *lexer) key() string {
	if l.peek() != '"' {
		l.fail(ksb.ErrSyntax, "expected a key in quotes, found "+l.found())
		return ""
	}
	key := l.text()
	l.expect(':')
	return key
}

// text reads the text that starts at the present position.
func (l *lexer) text() string {
	start := l.pos
	escaped := false
	for l.pos++; l.pos < len(l.data); l.pos++ {
		switch c := l.data[l.pos]; {
		case c == '"':
			l.pos++
			return l.unquote(l.data[start:l.pos], escaped)
		case c == '\\':
			escaped = true
			l.pos++
		case c < ' ':
			l.fail(ksb.ErrSyntax, "a control character or a line break within a text")
			return ""
		}
	}
	l.pos = start
	l.fail(ksb.ErrSyntax, "a text without its closing quote")
	return ""
}

func (l *lexer) unquote(raw []byte, escaped bool) string {
	if !escaped {
		return string(raw[1 : len(raw)-1])
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		l.pos -= len(raw)
		l.fail(ksb.ErrSyntax, "an escape that JSON does not know")
		return ""
	}
	if strings.ContainsRune(s, utf8.RuneError) && halfPair(raw) {
		l.pos -= len(raw)
		l.fail(ksb.ErrEncoding, "half of a surrogate pair")
	}
	return s
}

// halfPair tells whether an escape in a valid text is half of a surrogate pair.
func halfPair(raw []byte) bool {
	for at := 0; at < len(raw); at++ {
		if raw[at] != '\\' {
			continue
		}
		if at++; raw[at] != 'u' {
			continue
		}
		first := escape(raw[at+1:])
		at += 4
		if !utf16.IsSurrogate(first) {
			continue
		}
		if !bytes.HasPrefix(raw[at+1:], []byte(`\u`)) || utf16.DecodeRune(first, escape(raw[at+3:])) == utf8.RuneError {
			return true
		}
		at += 6
	}
	return false
}

// escape is the number that four hexadecimal digits write.
func escape(digits []byte) rune {
	n, _ := strconv.ParseUint(string(digits[:4]), 16, 32) // valid JSON has four
	return rune(n)
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
		l.members('}', func() { l.key(); l.skip() })
	case c == '[':
		l.members(']', func() { l.skip() })
	case c == '"':
		l.text()
	case c == '-' || c >= '0' && c <= '9':
		l.number()
	default:
		l.word()
	}
	return l.data[start:l.pos]
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
