//go:build race

package assesstest

// raceEnabled: everything takes ten times as long.
const raceEnabled = true
