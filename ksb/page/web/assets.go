package web

import (
	"crypto/sha256"
	_ "embed" // the style sheet and the script
	"encoding/base64"
)

//go:embed style.css
var style string

//go:embed script.js
var script string

// StyleSheet returns the style sheet of all pages, for a program that serves it at an
// address of its own.
func StyleSheet() string { return style }

// Script returns the script of all pages, for a program that serves it.
func Script() string { return script }

// Hash is the source expression by which a content security policy lets an inline style
// sheet or script pass: 'sha256-...', with its quotes.
func Hash(asset string) string {
	sum := sha256.Sum256([]byte(asset))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Assets tells where a page has its style sheet and its script from. The zero value puts
// both into the page, which then needs nothing else, and a policy with their hashes
// before them. With addresses the page links to them and leaves the policy to the
// server, whose style-src and script-src need neither 'unsafe-inline' nor a hash.
type Assets struct {
	StyleURL  string
	ScriptURL string
	NoScript  bool // no script at all
}

// Policy is the content security policy of a page with these assets: nothing is loaded
// but what they name.
func (a Assets) Policy() string {
	styles, scripts := Hash(style), Hash(script)
	if a.StyleURL != "" {
		styles = "'self'"
	}
	if a.ScriptURL != "" {
		scripts = "'self'"
	}
	if a.NoScript {
		scripts = "'none'"
	}
	return "default-src 'none'; style-src " + styles + "; script-src " + scripts + "; img-src 'self' data:; base-uri 'none'; form-action 'self'"
}
