package strictjson

import (
	"bytes"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// number reads the number that starts at the present position.
func (l *lexer) number() []byte {
	start := l.pos
	for l.pos < len(l.data) && strings.IndexByte("+-.0123456789eE", l.data[l.pos]) >= 0 {
		l.pos++
	}
	raw := l.data[start:l.pos]
	if !isNumber(raw) {
		l.pos = start
		l.fail(ksb.ErrSyntax, "not a number: "+clip(raw))
	}
	return raw
}

// isNumber tells whether raw is a number as JSON writes it.
func isNumber(raw []byte) bool {
	raw = bytes.TrimPrefix(raw, []byte("-"))
	whole := digits(raw)
	if whole == 0 || whole > 1 && raw[0] == '0' {
		return false
	}
	raw = raw[whole:]
	if bytes.HasPrefix(raw, []byte(".")) {
		fraction := digits(raw[1:])
		if fraction == 0 {
			return false
		}
		raw = raw[1+fraction:]
	}
	if len(raw) == 0 || raw[0] != 'e' && raw[0] != 'E' {
		return len(raw) == 0
	}
	raw = raw[1:]
	if len(raw) > 0 && (raw[0] == '+' || raw[0] == '-') {
		raw = raw[1:]
	}
	return len(raw) > 0 && digits(raw) == len(raw)
}

// digits is how many digits raw starts with.
func digits(raw []byte) (n int) {
	for n < len(raw) && raw[n] >= '0' && raw[n] <= '9' {
		n++
	}
	return n
}
