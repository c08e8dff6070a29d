package ksbtest

import (
	"iter"
	"reflect"

	"github.com/skillgap-go/skillgap/ksb"
)

// WithoutOrigins returns a copy of a framework that shares nothing with it and has no
// Origin anywhere, for comparing content without regard to where it was read.
func WithoutOrigins(f ksb.Framework) ksb.Framework {
	copied := deepCopy(reflect.ValueOf(f)).Interface().(ksb.Framework)
	for o := range origins(reflect.ValueOf(&copied).Elem()) {
		*o = ksb.Origin{}
	}
	return copied
}

// origins yields every Origin within an addressable value, in the order of the fields.
func origins(v reflect.Value) iter.Seq[*ksb.Origin] {
	return func(yield func(*ksb.Origin) bool) { walk(v, yield) }
}

func walk(v reflect.Value, yield func(*ksb.Origin) bool) bool {
	if o, is := v.Addr().Interface().(*ksb.Origin); is {
		return yield(o)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if !walk(v.Field(i), yield) {
				return false
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if !walk(v.Index(i), yield) {
				return false
			}
		}
	case reflect.Pointer:
		return v.IsNil() || walk(v.Elem(), yield)
	}
	return true
}

// deepCopy copies structs, lists and what pointers lead to; the model has no maps.
func deepCopy(v reflect.Value) reflect.Value {
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			copied.Field(i).Set(deepCopy(v.Field(i)))
		}
	case reflect.Slice:
		if !v.IsNil() {
			copied.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			copied.Index(i).Set(deepCopy(v.Index(i)))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			copied.Set(reflect.New(v.Type().Elem()))
			copied.Elem().Set(deepCopy(v.Elem()))
		}
	}
	return copied
}
