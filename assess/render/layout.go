package render

import "github.com/skillgap-go/skillgap/ksb/page"

// Width is how many characters a line of a text report has at most.
const Width = page.Width

// Page lays out text; see package page.
type Page = page.Page

// Column pads text; see package page.
func Column(text string, width int) string { return page.Column(text, width) }
