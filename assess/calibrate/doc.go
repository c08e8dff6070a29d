// Package calibrate fits the policy to its users, and shows how much hangs on it.
//
//	workers rated twice --Measure--> *Calibration --its Policy--> policyjson.Write
//	worker x role x policy --Sensitivity--> what would change if a number were another
//
// The measures stand on their own too: [Intraclass] correlations (Shrout and Fleiss
// 1979), Krippendorff's [Alpha], [DawidSkene] (1979) and [SpearmanBrown].
//
// # What a measured reliability is, and is not
//
// It is the intraclass correlation ICC(1,1) between two independent ratings of one kind
// about the same person and statement: how far one rating stands for another. Raters
// who share a bias agree with each other and are wrong together; agreement cannot show
// that. People and statements are pooled, so the figure holds for a mix like the one it
// was measured on: among people who are all alike every rater looks unreliable. Pairs
// that come from one person or one rater are not independent of each other, so the
// interval is narrower than it should be; the findings say how few people stand behind
// it.
//
// # Decisions
//
// A reliability is replaced only where enough pairs were found and agreement is above
// chance; everything else keeps the value of the policy, and a finding says why. Self
// ratings have one source, the person, so they are never paired.
//
// The interval of alpha comes from resampling whole units with a seed that the caller
// gives: same seed, same interval. Krippendorff's own procedure resamples disagreements.
//
// The incomplete beta function is written here because the one of assess/belief answers
// at one half alone.
package calibrate
