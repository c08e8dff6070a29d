package render_test

import (
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// foreign is a copy of a value whose data has no Latin letter, each letter by another of
// its own, so that a plain letter of a text is one that did not come from a catalogue.
// What is a code stays as it is.
func foreign[T any](v T) T {
	return copied(reflect.ValueOf(&v).Elem(), "").Interface().(T)
}

// codesIn are the plain texts that are codes, by their type and field.
func codesIn() []string {
	return []string{"Reason.Code", "Number.Name", "Warning.Code", "Kept.Code", "Figure.Figure", "Link.Relation", "Amount.Code", "Routes.Format"}
}

func copied(v reflect.Value, field string) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.String:
		if isData(v.Type().Name()) && !slices.Contains(codesIn(), field) {
			out.SetString(abroad(v.String()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(copied(v.Elem(), ""))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
			for i := range v.Len() {
				out.Index(i).Set(copied(v.Index(i), field))
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				out.Field(i).Set(copied(v.Field(i), v.Type().Name()+"."+f.Name))
			}
		}
	}
	return out
}

// isData tells texts and IDs from types whose values are codes.
func isData(typeName string) bool {
	return slices.Contains([]string{"string", "StatementID", "RoleID", "GateID", "CredentialID", "DutyID"}, typeName)
}

// abroad writes each Latin letter as a Cyrillic one.
func abroad(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r > unicode.MaxASCII:
			return r
		case unicode.IsLower(r):
			return 'а' + r - 'a'
		case unicode.IsUpper(r):
			return 'А' + r - 'A'
		}
		return r
	}, text)
}
