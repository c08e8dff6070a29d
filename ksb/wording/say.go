package wording

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/skillgap-go/skillgap/ksb"
)

// Part is a stretch of a message: text of the catalogue, or an argument.
type Part struct {
	Text string // of the catalogue, or the argument as it is written in the language
	Name string // of the argument; "": text of the catalogue
	// Value is the argument as it was given, for a writer that sets it apart; nil for
	// text of the catalogue and for an argument that was not given.
	Value any
}

// Say says a message. Arguments come in pairs of name and value, as in
// Say("list.more", "names", "K1, K2", "n", 3); an int is written as the language writes
// numbers, and a value that is no text, number or fmt.Stringer is not written. An unknown
// key is said as it stands, and an argument that was not given stands in its braces:
// neither is an error, since tests find both.
func (w *Words) Say(key string, pairs ...any) string {
	if len(pairs) == 0 {
		return w.pick(key, nil)
	}
	var out strings.Builder
	w.split(key, pairs, func(p Part) { out.WriteString(p.Text) })
	return out.String()
}

// Has tells whether there is a message of this key.
func (w *Words) Has(key string) bool {
	_, has := w.message(key)
	return has
}

// Parts is Say in parts, for a writer that marks arguments up.
func (w *Words) Parts(key string, pairs ...any) []Part {
	list := make([]Part, 0, 1+len(pairs))
	w.split(key, pairs, func(p Part) { list = append(list, p) })
	return list
}

// split hands out the parts of a message in their order.
func (w *Words) split(key string, pairs []any, put func(Part)) {
	text := w.pick(key, pairs)
	for {
		before, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			break
		}
		if before != "" {
			put(Part{Text: before})
		}
		put(w.argument(name, pairs))
		text = after
	}
	if text != "" {
		put(Part{Text: text})
	}
}

func (w *Words) argument(name string, pairs []any) Part {
	value, given := valueOf(pairs, name)
	if !given {
		return Part{Text: "{" + name + "}", Name: name}
	}
	return Part{Text: w.write(value), Name: name, Value: value}
}

func valueOf(pairs []any, name string) (value any, given bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1], true
		}
	}
	return nil, false
}

func (w *Words) write(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return w.Number(v)
	case int64:
		return w.Number(int(v))
	case float64, bool, fmt.Stringer:
		return fmt.Sprint(v)
	}
	return "" // only the caller of Parts knows how it is written
}

// Number writes a whole number as the language does: "1,250".
func (w *Words) Number(n int) string {
	switch {
	case n >= 0 && n < 1000 && (w.unread() || w.plain):
		return strconv.Itoa(n)
	case w.unread():
		return message.NewPrinter(language.BritishEnglish).Sprint(n)
	}
	return w.printer.Sprint(n)
}

// pick chooses the plural form of a message.
func (w *Words) pick(key string, pairs []any) string {
	m, known := w.message(key)
	if !known {
		return key
	}
	if m.rest != nil {
		n, _ := valueOf(pairs, "n")
		if count, whole := n.(int); whole {
			if text, has := m.rest[w.form(count)]; has {
				return text
			}
		}
	}
	return m.other
}

// form is the plural form of a whole number in the language.
func (w *Words) form(n int) string {
	if n < 0 {
		n = -n
	}
	return formNames()[plural.Cardinal.MatchPlural(w.language(), n%1e7, 0, 0, 0, 0)]
}

func formNames() map[plural.Form]string {
	return map[plural.Form]string{
		plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
	}
}

// Upper writes text in capitals as the language does.
func (w *Words) Upper(text string) string {
	if tag := w.language(); tag != language.BritishEnglish {
		return cases.Upper(tag).String(text)
	}
	return strings.ToUpper(text)
}

// Day writes a day in words: "30 June 2026"; no day is "".
func (w *Words) Day(d ksb.Date) string {
	text := d.String()
	if len(text) != len("2026-06-30") {
		return text
	}
	return w.Say("day", "day", strings.TrimPrefix(text[8:], "0"), "month", w.Say("month."+text[5:7]), "year", text[:4])
}

// List joins names: "K1, K2 and K3".
func (w *Words) List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return w.Say("list.and", "names", strings.Join(names[:last], w.Say("list.comma")), "last", names[last])
}
