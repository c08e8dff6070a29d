package strictjson

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/skillgap-go/skillgap/ksb"
)

// text reads the text that starts at the present position. The bytes are good until
// the next text is read.
func (l *lexer) text() []byte {
	start, escaped := l.pos, false
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
			return nil
		}
	}
	l.pos = start
	l.fail(ksb.ErrSyntax, "a text without its closing quote")
	return nil
}

// unquote takes the quotes off and writes escapes out.
func (l *lexer) unquote(raw []byte, escaped bool) []byte {
	inner := raw[1 : len(raw)-1]
	if !escaped {
		return inner
	}
	whole, ok := true, true
	l.unescaped = l.unescaped[:0]
	for at := bytes.IndexByte(inner, '\\'); at >= 0 && ok; at = bytes.IndexByte(inner, '\\') {
		r, size := escape(inner[at:])
		ok, whole = size > 0, whole && r >= 0
		l.unescaped = utf8.AppendRune(append(l.unescaped, inner[:at]...), r)
		inner = inner[at+size:]
	}
	switch {
	case !ok:
		l.pos -= len(raw)
		l.fail(ksb.ErrSyntax, "an escape that JSON does not know")
		return nil
	case !whole:
		l.pos -= len(raw)
		l.fail(ksb.ErrEncoding, "half of a surrogate pair")
		return nil
	}
	l.unescaped = append(l.unescaped, inner...)
	return l.unescaped
}

// escape reads the escape, or the pair of them, that s starts with, and how long it is.
// Length 0: there is no such escape; -1 as the character: half of a surrogate pair.
func escape(s []byte) (r rune, size int) {
	if len(s) < 2 {
		return 0, 0
	}
	const known = `"\/bfnrt`
	const meant = "\"\\/\b\f\n\r\t"
	if at := bytes.IndexByte([]byte(known), s[1]); at >= 0 {
		return rune(meant[at]), 2
	}
	first := unit(s)
	if first < 0 || !utf16.IsSurrogate(first) {
		return first, lengthOf(first)
	}
	if r = utf16.DecodeRune(first, unit(s[6:])); r == utf8.RuneError {
		return -1, 6
	}
	return r, 12
}

func lengthOf(unit rune) int {
	if unit < 0 {
		return 0
	}
	return len(`\u0000`)
}

// unit is the number in the escape with four hexadecimal digits that s starts with, -1
// if s starts with none.
func unit(s []byte) rune {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(s[2:6]), 16, 32)
	if err != nil {
		return -1
	}
	return rune(n)
}
