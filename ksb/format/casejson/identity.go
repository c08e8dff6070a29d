package casejson

import (
	"crypto/sha1"
	"encoding/hex"
	"net/url"
	"strings"
)

// The kinds of things that have an identifier.
const (
	aFramework = "framework"
	aStatement = "statement"
	aRole      = "role"
	anOption   = "option"
	aDuty      = "duty"
	aGroup     = "group"
	aScale     = "scale"
)

const ourURN = "urn:x-ksb:"

// identity returns the ID that an identifier and a uri stand for, and its kind if it
// is an ID of ours ("" if not). "": there is none.
func identity(identifier, uri string) (kind, id string) {
	if rest, ours := strings.CutPrefix(uri, ourURN); ours {
		kind, rest, _ = strings.Cut(rest, ":")
		last, err := url.QueryUnescape(rest[strings.LastIndex(rest, ":")+1:])
		if err == nil {
			return kind, last
		}
	}
	if identifier == "" || uri != "" && strings.EqualFold(identifier, named(uri)) {
		return "", uri
	}
	return "", identifier
}

// urn makes a URI of an ID of ours; names ends with the ID, after that of the role if
// it is told apart within one.
func urn(kind string, names ...string) string {
	escaped := make([]string, len(names))
	for i, name := range names {
		escaped[i] = url.QueryEscape(name)
	}
	return ourURN + kind + ":" + strings.Join(escaped, ":")
}

// named is the name-based UUID of a URI (RFC 9562, version 5).
func named(uri string) string {
	const urls = "\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8"
	sum := sha1.Sum([]byte(urls + uri))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	x := hex.EncodeToString(sum[:16])
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}

// isUUID tells whether id has the form of a UUID, in either case.
func isUUID(id string) bool {
	if len(id) != 36 {
		return false
	}
	for i := range len(id) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (id[i] == '-') || !dash && !strings.ContainsRune("0123456789abcdefABCDEF", rune(id[i])) {
			return false
		}
	}
	return true
}

// isURI tells whether id is an address of the web, spelt as one.
func isURI(id string) bool {
	if !strings.HasPrefix(id, "http://") && !strings.HasPrefix(id, "https://") {
		return false
	}
	parsed, err := url.Parse(id)
	return err == nil && parsed.Host != "" && parsed.String() == id
}

// own returns identifier and uri of an ID that needs no translation: a UUID or a URI.
func own(id string) (identifier, uri string, ok bool) {
	switch {
	case isUUID(id):
		return id, "urn:uuid:" + id, true
	case isURI(id):
		return named(id), id, true
	}
	return "", "", false
}
