// Package ksbtest helps to test code that reads, makes or uses frameworks: a contract
// that every reader must keep, wherever it is written, and frameworks to test with.
//
//	func TestContract(t *testing.T) {
//		ksbtest.RunReader(t, ksbtest.Reader{
//			Name: "csv", Read: csv.Read, Write: csv.Write,
//			Samples: map[string][]byte{"small": small},
//		})
//	}
//
// A reader of data sets of several files passes [RunReader] with what it makes of one of
// them, and [RunSet] with whole sets.
//
// A contract is a list of [Check] or [SetCheck] values, each with its reason. A check works on
// what it is given and on nothing else, with fixed seeds: it fails always or never.
// Samples should be small, a few kilobytes: the checks read each some thousand times.
package ksbtest
