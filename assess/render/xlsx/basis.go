package xlsx

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// basis is what the report rests on: what a person can dispute, and every number of the
// policy under the name that policy/1 gives it.
func (v *view) basis() Sheet {
	b := v.r.Basis
	s := Sheet{Name: v.say("sheet.basis"), Unsorted: true, Columns: []Column{v.column("what", 34), v.column("figure", 30), v.column("meaning", 80)}}
	row := func(key string, figure any) { s.Add(v.say("basis."+key), figure, v.say("basis."+key+".meaning")) }
	row("index", b.Index)
	row("model", b.Model)
	row("engine", b.Engine)
	if b.Links != "" {
		row("links", b.Links)
	}
	row("day", v.r.AsOf)
	for _, key := range []string{"dispute", "correct", "decide", "privacy"} {
		row(key, nil)
	}
	for _, f := range fields(reflect.ValueOf(b.Policy), "") {
		s.Add(v.say("basis.policy", "name", f.name), f.value, nil)
	}
	return s
}

type field struct {
	name  string
	value any
}

// fields lists the values of a struct by the names of its files, those within as a.b.
func fields(of reflect.Value, within string) (list []field) {
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Type().Field(i).Tag.Get("json"), ",")
		value := of.Field(i)
		switch {
		case name == "" || name == "-" || !of.Type().Field(i).IsExported():
		case value.Kind() == reflect.Struct:
			list = append(list, fields(value, within+name+".")...)
		default:
			list = append(list, field{within + name, plain(value)})
		}
	}
	return list
}

// plain is a value as a cell holds it.
func plain(value reflect.Value) any {
	switch value.Kind() {
	case reflect.Float64:
		return value.Float()
	case reflect.Int:
		return value.Int()
	case reflect.Bool:
		return fmt.Sprint(value.Bool())
	case reflect.String:
		return value.String()
	}
	text, err := json.Marshal(value.Interface())
	if err != nil || string(text) == "null" {
		return nil
	}
	return string(text)
}
